package org.jsaffire.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jsaffire.bytecode.StackPicture.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OpcodeTest {
  @Test
  void theConstantsOfTheDispatchLoopAreTheNumbersOfTheOpcodes()
      throws ReflectiveOperationException {
    List<String> names = new ArrayList<>();
    for (Field field : Op.class.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == int.class) {
        assertEquals(Opcode.valueOf(field.getName()).code(), field.getInt(null), field.getName());
        names.add(field.getName());
      }
    }
    for (Opcode opcode : Opcode.values()) {
      assertTrue(names.contains(opcode.name()), opcode + " is missing in Op");
    }
  }

  @ParameterizedTest
  @EnumSource(Opcode.class)
  void everyOpcodeIsFoundByTheLowBitsOfAnInstruction(Opcode opcode) {
    assertTrue(opcode.code() < 256);
    assertSame(opcode, Opcode.of(0xabcdef00 | opcode.code()));
    assertNull(Opcode.of(Opcode.values().length));
  }

  @ParameterizedTest
  @EnumSource(Opcode.class)
  void everyOpcodeHasAStackEffectAndAMeaning(Opcode opcode) {
    StackPicture picture = StackPicture.of(opcode);
    assertEquals(opcode.pops() == Opcode.VARIES, hasRepeated(picture.before()));
    assertEquals(opcode.pushes() == Opcode.VARIES, hasRepeated(picture.after()));
    if (opcode.pops() != Opcode.VARIES) {
      assertEquals(picture.before().size(), opcode.pops());
      assertEquals(opcode.pops(), StackEffect.pops(opcode, 7));
    }
    if (opcode.pushes() != Opcode.VARIES) {
      assertEquals(picture.after().size(), opcode.pushes());
      assertEquals(opcode.pushes(), StackEffect.pushes(opcode, 7));
    }
    assertFalse(opcode.meaning().isBlank());
    assertEquals(opcode.second() == Operand.NONE ? 1 : 2, opcode.length());
  }

  @ParameterizedTest
  @EnumSource(Opcode.class)
  void repeatedValuesAreCountedByAnOperand(Opcode opcode) {
    StackPicture picture = StackPicture.of(opcode);
    if (hasRepeated(picture.before()) || hasRepeated(picture.after())) {
      assertTrue(
          List.of(Operand.COUNT, Operand.PARTS, Operand.TYPE, Operand.CURSOR)
              .contains(opcode.operand()),
          opcode.stack());
    }
    if (opcode.stack().contains(";")) {
      assertTrue(
          opcode.operand() == Operand.TARGET || opcode.second() == Operand.TARGET, opcode.stack());
    }
  }

  private static boolean hasRepeated(List<Item> side) {
    return side.stream().anyMatch(Item::isRepeated);
  }

  @ParameterizedTest
  @CsvSource({"CALL, 5, 7, 1", "CALL_SPREAD, 5, 8, 1", "TUPLE, 0, 0, 1", "NEXT, 3, 0, 3"})
  void repeatedValuesCountAsOftenAsTheOperandSays(
      Opcode opcode, int repeated, int pops, int pushes) {
    assertEquals(pops, StackEffect.pops(opcode, repeated));
    assertEquals(pushes, StackEffect.pushes(opcode, repeated));
  }

  @Test
  void theTargetOfAJumpMayFindAnotherStack() {
    assertEquals(1, StackPicture.of(Opcode.JUMP_IF_TRUE_KEEP).atTarget().size());
    assertEquals(0, StackPicture.of(Opcode.JUMP_IF_TRUE_KEEP).after().size());
    assertEquals(List.of(), StackPicture.of(Opcode.NEXT).atTarget());
    assertEquals(0, StackPicture.of(Opcode.JUMP_IF_TRUE_KEEP).atTarget().get(0).same());
  }

  @Test
  void copiesKnowWhatTheyAreCopiesOf() {
    List<Integer> sources =
        StackPicture.of(Opcode.DUP_X2).after().stream().map(Item::same).toList();
    assertEquals(List.of(2, 0, 1, 2), sources);
  }
}
