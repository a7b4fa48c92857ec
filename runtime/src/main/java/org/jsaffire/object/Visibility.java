package org.jsaffire.object;

/** Who may use a member (language.md 4.8), from the widest to the narrowest. */
public enum Visibility {
  PUBLIC,
  PROTECTED,
  PRIVATE
}
