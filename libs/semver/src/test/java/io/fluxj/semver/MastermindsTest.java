package io.fluxj.semver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Masterminds' semver 3.5.0 answers, as a table of {@code version}, {@code constraint} and {@code compare} rows with
 * quoted operands: the version in full, the versions of the table that a constraint allows, the order of two versions; a
 * hyphen stands for "refused", behind the message.
 */
final class MastermindsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    record Row(String kind, String first, String second, String answer) {
        boolean isRefused() {
            return answer.equals("-");
        }

        @Override
        public String toString() {
            return kind + " " + first;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versionRows")
    void readsTheSameVersions(Row row) {
        Optional<String> read = Version.parse(row.first()).map(Version::toString);

        assertThat(read).isEqualTo(row.isRefused() ? Optional.empty() : Optional.of(row.answer()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("constraintRows")
    void allowsTheSameVersions(Row row) throws InvalidConstraintException {
        if (row.isRefused()) {
            assertThatThrownBy(() -> Constraint.parse(row.first()))
                    .isInstanceOf(InvalidConstraintException.class)
                    .hasMessage(row.second());
            return;
        }
        Constraint constraint = Constraint.parse(row.first());

        String allowed =
                versions().filter(constraint::allows).map(Version::original).collect(Collectors.joining("|"));

        assertThat(allowed).isEqualTo(row.answer());
    }

    @Test
    void ordersVersionsTheSameWay() {
        List<Row> rows = rows("compare").toList();
        assertThat(rows).hasSize(1653).allSatisfy(row -> {
            Version first = Version.parse(row.first()).orElseThrow();
            Version second = Version.parse(row.second()).orElseThrow();
            assertThat(Integer.signum(Version.PRECEDENCE.compare(first, second)))
                    .as(row.first() + " : " + row.second())
                    .isEqualTo(Integer.parseInt(row.answer()));
            assertThat(Integer.signum(Version.PRECEDENCE.compare(second, first)))
                    .isEqualTo(-Integer.parseInt(row.answer()));
        });
    }

    static Stream<Row> versionRows() {
        return rows("version");
    }

    static Stream<Row> constraintRows() {
        return rows("constraint");
    }

    private static Stream<Version> versions() {
        return versionRows().flatMap(row -> Version.parse(row.first()).stream());
    }

    private static Stream<Row> rows(String kind) {
        try (InputStream table = MastermindsTest.class.getResourceAsStream("/masterminds.tsv")) {
            String text = new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
            return text
                    .lines()
                    .map(MastermindsTest::row)
                    .filter(row -> row.kind().equals(kind))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split("\t", -1);
        assertThat(cells).as(line).hasSize(4);
        return new Row(cells[0], unquoted(cells[1]), unquoted(cells[2]), cells[3]);
    }

    private static String unquoted(String cell) {
        try {
            return cell.isEmpty() ? "" : JSON.readValue(cell, String.class);
        } catch (IOException e) {
            throw new UncheckedIOException(cell, e);
        }
    }
}
