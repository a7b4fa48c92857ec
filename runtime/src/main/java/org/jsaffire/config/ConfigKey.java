package org.jsaffire.config;

/**
 * A configuration key (tools.md 3.4).
 *
 * @param name the full key, {@code section.key}
 * @param value the built-in default as text; null for none
 * @param generated what a generated file has; null where the key is only mentioned there
 * @param text what it is, for people
 */
public record ConfigKey(String name, String value, String generated, String text) {}
