package io.fluxj.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results are those of the examples in the documentation of Go's extension. */
final class FormattedTextTest {

    private static final Environment ENVIRONMENT = Environment.withObjects("self");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'this is a string: %s\\nand an integer: %d'.format(['str', 42]) == 'this is a string: str\\nand an integer: 42'",
                "'a double substituted with %%s: %s'.format([64.2]) == 'a double substituted with %s: 64.2'",
                "'list: %s'.format([['abc', 5.4, null, {'key': 'value'}]]) == 'list: [abc, 5.4, null, {key: value}]'",
                "'hexadecimal: %x and %X'.format([10, 10]) == 'hexadecimal: a and A'",
                "'%x'.format(['Hello world!']) == '48656c6c6f20776f726c6421'",
                "'%b %b %o'.format([5, true, 11]) == '101 1 13'",
                "'%.3f and %f'.format([1.2345, 2.5]) == '1.234 and 2.500000'",
                "'%.2e'.format([1052.032911275]) == '1.05e+03'",
                "'%s'.format([{'b': 1, 'a': true}]) == '{a: true, b: 1}'",
                "'%s'.format([b'xyz']) == 'xyz'",
                "'%s-%d'.format(['webapp', 2]) == 'webapp-2'"
            })
    void holds(String text) throws Exception {
        assertThat(ENVIRONMENT.compile(text).evaluate(Map.of())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'%d'.format(['x']) == ''",
                "'%s %s'.format(['x']) == ''",
                "'%z'.format(['x']) == ''",
                "'%.99999f'.format([1.0]) == ''",
                "'%'.format([1]) == ''",
                "'%f'.format([1]) == ''"
            })
    void refusesWhatFits(String text) throws Exception {
        BooleanExpression expression = ENVIRONMENT.compile(text);
        assertThatThrownBy(() -> expression.evaluate(Map.of())).isInstanceOf(EvaluationFailure.class);
    }

    /** Each doubles what it is given. */
    @Test
    void makesNoTextWithoutEnd() throws Exception {
        String doubled = "'%s%s'.format([X, X])";
        String text = "'0123456789'";
        for (int i = 0; i < 8; i++) {
            text = doubled.replace("X", text);
        }
        BooleanExpression expression = ENVIRONMENT.compile("('%.1000f'.format([1.5]) + " + text + ") == ''");
        assertThat(expression.evaluate(Map.of())).isFalse();
        BooleanExpression bomb = ENVIRONMENT.compile(
                "[1,2,3,4,5,6,7,8,9,10].map(a, [1,2,3,4,5,6,7,8,9,10].map(b, [1,2,3,4,5,6,7,8,9,10].map(c,"
                        + " '%.1000f%.1000f%.1000f%.1000f'.format([1.5, 1.5, 1.5, 1.5])))).size() == 0");
        assertThatThrownBy(() -> ENVIRONMENT
                        .compile("[1,2,3,4,5,6,7,8,9,10].map(d, " + "[1,2,3,4,5,6,7,8,9,10].map(a, "
                                + "[1,2,3,4,5,6,7,8,9,10].map(b, [1,2,3,4,5,6,7,8,9,10].map(c,"
                                + " '%.1000f%.1000f%.1000f%.1000f'.format([1.5, 1.5, 1.5, 1.5]))))).size() == 0")
                        .evaluate(Map.of()))
                .isInstanceOf(EvaluationFailure.class)
                .hasMessageContaining("cost limit exceeded");
        assertThat(bomb.evaluate(Map.of())).isFalse();
    }
}
