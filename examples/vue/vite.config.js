import vue from "@vitejs/plugin-vue";

// Without this, Vue searches for a component of that name.
const compilerOptions = { isCustomElement: (tag) => tag === "heist-chart" };

export default { plugins: [vue({ template: { compilerOptions } })] };
