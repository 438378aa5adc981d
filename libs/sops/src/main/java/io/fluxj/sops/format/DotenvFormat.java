package io.fluxj.sops.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.fluxj.sops.Limits;
import io.fluxj.sops.metadata.Placement;
import io.fluxj.sops.tree.Entry;
import io.fluxj.sops.tree.Value;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Lines of {@code KEY=value}. Nothing is trimmed, quotes belong to the value. A character stands for a byte here. */
public final class DotenvFormat implements FileFormat {
    @Override
    public List<Value.Branch> read(byte[] file, Limits limits) {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : new String(file, ISO_8859_1).split("\n", -1)) {
            number++;
            if (!line.isEmpty()) {
                entries.add(entry(line, number));
            }
        }
        return List.of(new Value.Branch(entries));
    }

    private static Entry entry(String line, int number) {
        if (line.startsWith("#")) {
            return new Entry.Remark(new Value.Comment(utf8(line.substring(1)), false));
        }
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw new FormatException("invalid dotenv input line: line " + number + " has no =");
        }
        String value = line.substring(equals + 1).replace("\\n", "\n");
        return new Entry.Field(utf8(line.substring(0, equals)), new Value.Text(value.getBytes(ISO_8859_1)));
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(ISO_8859_1), UTF_8);
    }

    @Override
    public byte[] write(List<Value.Branch> documents) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Entry entry : documents.getFirst().entries()) {
            lines.writeBytes(line(entry));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    private static byte[] line(Entry entry) {
        return switch (entry) {
            case Entry.Remark remark -> ("#" + remark.comment().text()).getBytes(UTF_8);
            case Entry.Odd odd ->
                throw new FormatException("a key of type " + odd.key().type() + " is no string");
            case Entry.Field field -> line(field);
        };
    }

    private static byte[] line(Entry.Field field) {
        if (field.value() instanceof Value.Branch || field.value() instanceof Value.Items) {
            throw new FormatException("cannot use complex value in dotenv file; offending key " + field.key());
        }
        String value = new String(PlainText.bytes(field.value()), ISO_8859_1).replace("\n", "\\n");
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes((field.key() + "=").getBytes(UTF_8));
        line.writeBytes(value.getBytes(ISO_8859_1));
        return line.toByteArray();
    }

    @Override
    public Placement placement() {
        return Placement.PREFIXED;
    }
}
