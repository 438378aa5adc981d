package io.fluxj.sops.format;

import io.fluxj.sops.tree.Entry;
import io.fluxj.sops.tree.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes INI: keys padded to the longest of their section, an empty line between sections, comments above. */
final class IniWriter {
    private final List<IniSection> sections = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    void add(Value.Branch document) {
        for (Entry entry : document.entries()) {
            switch (entry) {
                case Entry.Remark remark -> {}
                case Entry.Field field -> sections.add(section(field));
                case Entry.Odd odd ->
                    throw new FormatException("a key of type " + odd.key().type() + " is no string");
            }
        }
    }

    private static IniSection section(Entry.Field field) {
        if (!(field.value() instanceof Value.Branch branch)) {
            throw new FormatException("Error encoding section: Section values should always be TreeBranches");
        }
        IniSection section = new IniSection(field.key());
        String last = "";
        for (int i = 0; i < branch.entries().size(); i++) {
            switch (branch.entries().get(i)) {
                case Entry.Field key -> {
                    last = key.key();
                    section.put(last, new IniSection.Key(string(key.value()), commentOf(section, last)));
                }
                case Entry.Remark remark ->
                    comment(section, i, last, remark.comment().text());
                case Entry.Odd odd ->
                    throw new FormatException("a key of type " + odd.key().type() + " is no string");
            }
        }
        return section;
    }

    private static String string(Value value) {
        return new String(PlainText.bytes(value), StandardCharsets.UTF_8);
    }

    private static String commentOf(IniSection section, String key) {
        IniSection.Key former = section.keys().get(key);
        return former == null ? "" : former.comment();
    }

    private static void comment(IniSection section, int position, String lastKey, String comment) {
        IniSection.Key key = section.keys().get(lastKey);
        if (position == 0) {
            section.comment(comment);
        } else if (key != null) {
            section.put(lastKey, new IniSection.Key(key.value(), comment));
        }
    }

    String text() {
        for (int i = 0; i < sections.size(); i++) {
            IniSection section = sections.get(i);
            comment(section.comment());
            boolean headless = i == 0 && section.name().toUpperCase(Locale.ROOT).equals(IniFormat.DEFAULT_SECTION);
            if (headless && section.keys().isEmpty()) {
                continue;
            }
            if (!headless) {
                text.append('[').append(section.name()).append("]\n");
            }
            keys(section);
            if (i < sections.size() - 1) {
                text.append('\n');
            }
        }
        return text.toString();
    }

    private void comment(String comment) {
        if (comment.isEmpty()) {
            return;
        }
        for (String line : comment.split("\n", -1)) {
            boolean signed = line.startsWith("#") || line.startsWith(";");
            text.append(signed ? line.charAt(0) : ';').append(' ');
            text.append(Spaces.trimmed(signed ? line.substring(1) : line)).append('\n');
        }
    }

    private void keys(IniSection section) {
        int width = section.keys().keySet().stream()
                .mapToInt(IniWriter::width)
                .max()
                .orElse(0);
        section.keys().forEach((name, key) -> {
            comment(key.comment());
            String shown = quotedKey(name);
            text.append(shown).append(" ".repeat(Math.max(0, width - bytes(shown))));
            text.append(" = ").append(quotedValue(key.value())).append('\n');
        });
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static int width(String name) {
        return bytes(quotedKey(name));
    }

    private static String quotedKey(String name) {
        if (name.indexOf('"') >= 0 || name.indexOf('=') >= 0 || name.indexOf(':') >= 0) {
            return "`" + name + "`";
        }
        return name.indexOf('`') >= 0 ? "\"\"\"" + name + "\"\"\"" : name;
    }

    private static String quotedValue(String value) {
        if (value.indexOf('\n') >= 0 || value.indexOf('`') >= 0) {
            return "\"\"\"" + value + "\"\"\"";
        }
        if (value.indexOf('#') >= 0 || value.indexOf(';') >= 0) {
            return "`" + value + "`";
        }
        return Spaces.trimmed(value).length() == value.length() ? value : "\"" + value + "\"";
    }
}
