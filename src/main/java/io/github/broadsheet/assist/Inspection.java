package io.github.broadsheet.assist;

/**
 * What a name means: its signature, its documentation, its value, in three forms.
 *
 * @param plain as text
 * @param markdown as Markdown
 * @param html as HTML that is safe to show: escaped, no scripts, links to http and https only
 */
public record Inspection(String plain, String markdown, String html) {}
