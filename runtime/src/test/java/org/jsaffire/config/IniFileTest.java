package org.jsaffire.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IniFileTest {
  @Test
  void sectionsAndKeysMakeFullKeys() {
    Map<String, String> values =
        IniFile.parse("mode = development\n[fastcgi]\nlisten.backlog=5\n[repl]\n\nps1 = [0m\n");
    assertEquals(
        List.of("global.mode", "fastcgi.listen.backlog", "repl.ps1"),
        new ArrayList<>(values.keySet()));
    assertEquals("[0m", values.get("repl.ps1"));
  }

  @Test
  void commentsAndOtherLinesAreIgnored() {
    assertEquals(
        Map.of(), IniFile.parse("# a = 1\n; b = 2\n  c = 3\nd\n[broken] x\n= 4\n\u00e9 = 5\n"));
  }

  @Test
  void sectionMustBeTheWholeLine() {
    assertEquals(Map.of("a.b", "1"), IniFile.parse("[a]\nps [x]\nb = 1"));
  }

  @Test
  void valuesAreTrimmedAndUnquoted() {
    assertEquals(
        Map.of("global.a", "x y", "global.b", " z ", "global.c", "", "global.d", "\""),
        IniFile.parse("a =  x y \t\r\nb=\" z \"\nc=\nd=\""));
  }

  @Test
  void lastValueWins() {
    assertEquals(Map.of("a.k", "2"), IniFile.parse("[a]\nk=1\n[b]\n[a]\nk=2"));
  }
}
