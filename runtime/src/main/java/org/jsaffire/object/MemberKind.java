package org.jsaffire.object;

/** The three kinds of members (language.md 4.3). */
public enum MemberKind {
  CONSTANT,
  PROPERTY,
  METHOD
}
