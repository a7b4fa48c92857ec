/**
 * Configuration: values of keys as typed settings, with errors that name key, value and what is
 * allowed (tools.md 3). Knows {@code sapi}. Start with {@link org.jsaffire.config.Settings}.
 */
package org.jsaffire.config;
