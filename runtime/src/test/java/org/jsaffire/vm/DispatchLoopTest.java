package org.jsaffire.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jsaffire.bytecode.Opcode;
import org.junit.jupiter.api.Test;

class DispatchLoopTest {
  /** HotSpot leaves methods beyond this size uncompiled (HugeMethodLimit). */
  private static final int COMPILED_BYTES = 8000;

  @Test
  void theLoopIsSmallEnoughToBeCompiled() throws IOException {
    int length = CompiledMethod.of(Interpreter.class, "dispatch").length();
    assertTrue(length < COMPILED_BYTES, () -> length + " bytes");
    assertTrue(length > 1000, () -> length + " bytes: is this the loop?");
  }

  @Test
  void everyOpcodeHasACaseAndNothingElse() throws IOException {
    BitSet cases = CompiledMethod.of(Interpreter.class, "dispatch").casesOfTheFirstSwitch();
    List<Opcode> missing = new ArrayList<>();
    for (Opcode opcode : Opcode.values()) {
      if (!cases.get(opcode.code())) {
        missing.add(opcode);
      }
    }
    assertEquals(List.of(), missing);
    assertEquals(Opcode.values().length, cases.length());
  }
}
