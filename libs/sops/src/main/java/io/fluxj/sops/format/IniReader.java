package io.fluxj.sops.format;

import io.fluxj.sops.tree.Entry;
import io.fluxj.sops.tree.Value;
import java.util.ArrayList;
import java.util.List;

/** Reads INI. Comments above a key or section and beside a value are gathered until that is read. */
final class IniReader {
    private static final String MULTILINE = "\"\"\"";
    private static final String DELIMITERS = "=:";

    private final String text;
    private int at;
    private int line;
    private int numbered = 1;
    private final StringBuilder comment = new StringBuilder();
    private final List<IniSection> sections = new ArrayList<>();

    IniReader(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    Value.Branch document() {
        sections.add(new IniSection(IniFormat.DEFAULT_SECTION));
        while (at < text.length()) {
            read(Spaces.trimmedLeft(nextLine()));
        }
        return new Value.Branch(sections.stream().map(IniReader::field).toList());
    }

    private static Entry field(IniSection section) {
        List<Entry> entries = new ArrayList<>();
        addComment(section.comment(), entries);
        section.keys().forEach((name, key) -> {
            entries.add(new Entry.Field(name, Value.Text.of(key.value())));
            addComment(key.comment(), entries);
        });
        return new Entry.Field(section.name(), new Value.Branch(entries));
    }

    private static void addComment(String comment, List<Entry> entries) {
        if (!comment.isEmpty()) {
            entries.add(new Entry.Remark(new Value.Comment(withoutSigns(comment), false)));
        }
    }

    private static String withoutSigns(String comment) {
        char sign = comment.charAt(0);
        int start = 0;
        while ((sign == ';' || sign == '#')
                && start < comment.length()
                && (comment.charAt(start) == sign || comment.charAt(start) == ' ')) {
            start++;
        }
        return comment.substring(start);
    }

    /** With its line break. */
    private String nextLine() {
        int end = text.indexOf('\n', at);
        String next = text.substring(at, end < 0 ? text.length() : end + 1);
        at += next.length();
        line++;
        return next;
    }

    private FormatException error(String problem) {
        return new FormatException("line " + line + ": " + problem);
    }

    private void read(String content) {
        if (content.isEmpty()) {
            return;
        }
        switch (content.charAt(0)) {
            case '#', ';' -> comment.append(content);
            case '[' -> section(content);
            default -> key(content);
        }
    }

    private String takeComment() {
        String taken = Spaces.trimmed(comment.toString());
        comment.setLength(0);
        return taken;
    }

    private void section(String content) {
        int end = content.lastIndexOf(']');
        if (end < 0) {
            throw error("unclosed section");
        }
        IniSection section = new IniSection(content.substring(1, end));
        comment.append(commentIn(content.substring(end + 1)));
        section.comment(takeComment());
        sections.add(section);
        numbered = 1;
    }

    private static String commentIn(String text) {
        int start = firstOf(text, "#;");
        return start < 0 ? "" : text.substring(start);
    }

    private static int firstOf(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private void key(String content) {
        String quote = quoteOf(content);
        int start = quote.length();
        int end = quote.isEmpty() ? firstOf(content, DELIMITERS) : content.indexOf(quote, start);
        if (end < 0) {
            throw error(quote.isEmpty() ? "key-value delimiter not found" : "missing closing key quote");
        }
        if (end == 0) {
            throw error("empty key name");
        }
        int delimiter = quote.isEmpty() ? end : end + start + firstOf(content.substring(end + start), DELIMITERS);
        if (delimiter < end + start) {
            throw error("key-value delimiter not found");
        }
        String name = Spaces.trimmed(content.substring(start, end));
        name = name.equals("-") ? "#" + numbered++ : name;
        String value = value(content.substring(delimiter + 1));
        sections.getLast().put(name, new IniSection.Key(value, takeComment()));
    }

    private static String quoteOf(String content) {
        if (content.startsWith("\"")) {
            return content.length() > 6 && content.startsWith(MULTILINE) ? MULTILINE : "\"";
        }
        return content.startsWith("`") ? "`" : "";
    }

    private String value(String raw) {
        String value = Spaces.trimmedLeft(raw);
        if (value.isEmpty()) {
            return "";
        }
        boolean multiline = value.length() > 3 && value.startsWith(MULTILINE);
        String quote = multiline ? MULTILINE : value.startsWith("`") ? "`" : "";
        if (!quote.isEmpty()) {
            int end = value.lastIndexOf(quote);
            return end < quote.length()
                    ? multiline(value.substring(quote.length()), quote)
                    : value.substring(quote.length(), end);
        }
        value = Spaces.trimmed(value);
        if (value.endsWith("\\")) {
            return continued(value.substring(0, value.length() - 1));
        }
        return unquoted(withoutComment(value));
    }

    private String withoutComment(String value) {
        int start = firstOf(value, "#;");
        if (start < 0) {
            return value;
        }
        comment.append(value.substring(start));
        return Spaces.trimmed(value.substring(0, start));
    }

    private static String unquoted(String value) {
        return isIn(value, '\'') || isIn(value, '"') ? value.substring(1, value.length() - 1) : value;
    }

    private static boolean isIn(String value, char quote) {
        return value.length() >= 2 && value.charAt(0) == quote && value.indexOf(quote, 1) == value.length() - 1;
    }

    private String multiline(String first, String quote) {
        StringBuilder value = new StringBuilder(first);
        while (at < text.length()) {
            String next = nextLine();
            int end = next.lastIndexOf(quote);
            boolean goesOn = end >= 0
                    && Spaces.trimmed(next.substring(end + quote.length())).endsWith("\\");
            if (end >= 0 && !goesOn) {
                comment.append(Spaces.trimmed(commentIn(next.substring(end))));
                return value.append(next, 0, end).toString();
            }
            value.append(next);
        }
        throw error("missing closing quote of a value");
    }

    private String continued(String first) {
        StringBuilder value = new StringBuilder(first);
        while (at < text.length()) {
            String next = Spaces.trimmed(nextLine());
            if (!next.endsWith("\\")) {
                return value.append(next).toString();
            }
            value.append(next, 0, next.length() - 1);
        }
        return value.toString();
    }
}
