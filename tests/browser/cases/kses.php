<?php
// Prints what WordPress leaves of an author's post: its own code, without its database.
define('ABSPATH', $argv[1] . '/');
define('WPINC', 'wp-includes');
foreach (['plugin', 'functions', 'formatting', 'shortcodes', 'blocks', 'class-wp-block-parser', 'kses'] as $file) {
    require_once ABSPATH . WPINC . "/$file.php";
}
add_filter('pre_option_blog_charset', fn() => 'UTF-8');
function __($text) { return $text; }
echo wp_kses_post(stream_get_contents(STDIN));
