package org.jsaffire.sapi.form;

/** A name and a value that a client sent: part of a query, a form, or a cookie header. */
public record FormField(String name, String value) {}
