package org.jsaffire.vm;

import org.jsaffire.object.Layout;
import org.jsaffire.object.Value;

/** One call of a script's method, or a top level. Frames are reused by depth. */
final class Frame {
  Code code;
  Module module;

  /** The receiver; null at a top level. */
  Value self;

  /** The layout of the class that defines the running method; null at a top level. */
  Layout executing;

  /** Where the slots begin on the value stack. */
  int base;

  /** Where the result goes on the value stack. */
  int result;

  /** The next instruction, while the frame is not the running one. */
  int pc;

  /** The call makes an instance, which is its result whatever the method returns. */
  boolean constructs;

  /** Where frames of nested dispatch loops may begin on the value stack. */
  int limit;

  /** Control comes from an exception, which lies on the operand stack. */
  boolean isHandling;

  /** The dispatch loop that runs this frame ends with it. */
  boolean isEntry;
}
