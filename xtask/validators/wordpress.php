<?php
// Prints what WordPress makes of an author's address: its own code, without its database. Input: a page; output: a frame.
define('ABSPATH', $argv[1] . '/');
define('WPINC', 'wp-includes');
function __($text) { return $text; }
function home_url() { return 'https://news.example'; }
function wp_generate_password($length) { return str_repeat('x', $length); }
function wp_safe_remote_get($url) { return $GLOBALS['argv'][2]; }
function wp_remote_retrieve_body($file) { return file_get_contents($file); }
$files = ['plugin', 'functions', 'formatting', 'shortcodes', 'blocks', 'class-wp-block-parser', 'kses', 'embed', 'class-wp-oembed'];
foreach ($files as $file) {
    require_once ABSPATH . WPINC . "/$file.php";
}
add_filter('pre_option_blog_charset', fn() => 'UTF-8');
add_filter('oembed_dataparse', 'wp_filter_oembed_result', 10, 3);
$found = _wp_oembed_get_object()->discover('https://graphics.example/');
$document = json_decode(file_get_contents($argv[3] . parse_url($found, PHP_URL_PATH)));
echo _wp_oembed_get_object()->data2html($document, 'https://graphics.example/');
