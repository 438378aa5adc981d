package io.fluxj.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fluxj.gotemplate.BudgetException.Budget;
import io.fluxj.gotemplate.value.GoInt;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Templates that would never end, or fill the memory. */
class BudgetTest {
    private static final Limits SMALL = new Limits(100_000, 500, 1 << 16, Duration.ofSeconds(30));

    private static Budget reached(String template, Limits limits) {
        TemplateSet set =
                TemplateSet.empty("t", Functions.none(), Options.STANDARD).with("t", template);
        return catchThrowableOfType(
                        BudgetException.class, () -> set.execute("t", new HashMap<String, Object>(), limits))
                .budget();
    }

    @Test
    void endsLoops() {
        assertThat(reached("{{ range 1000000000 }}{{ end }}", SMALL)).isEqualTo(Budget.STEPS);
    }

    @Test
    void endsRecursionWithTheErrorOfGo() {
        String recursion = "{{ define \"r\" }}{{ template \"r\" . }}{{ end }}{{ template \"r\" . }}";
        TemplateSet set =
                TemplateSet.empty("t", Functions.none(), Options.STANDARD).with("t", recursion);
        assertThatThrownBy(() -> set.execute("t", null, Limits.STANDARD))
                .isInstanceOf(ExecException.class)
                .hasMessageEndingWith("exceeded maximum template depth (100000)");
    }

    @Test
    void endsOutput() {
        assertThat(reached("{{ range 100000 }}0123456789{{ end }}", SMALL)).isEqualTo(Budget.CHARACTERS);
        assertThat(reached("{{ printf \"%1000000d\" 1 }}", SMALL)).isEqualTo(Budget.CHARACTERS);
    }

    @Test
    void endsWhenTimeIsUp() {
        Limits hasty = new Limits(Long.MAX_VALUE, 500, 1 << 16, Duration.ofMillis(20));
        assertThat(reached("{{ range 9000000000000 }}{{ end }}", hasty)).isEqualTo(Budget.TIME);
    }

    @Test
    void endsWhenTheThreadIsInterrupted() throws InterruptedException {
        Limits endless = new Limits(Long.MAX_VALUE, 500, 1 << 16, Duration.ofDays(1));
        AtomicReference<Budget> reached = new AtomicReference<>();
        CountDownLatch started = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            started.countDown();
            reached.set(reached("{{ range 9000000000000 }}{{ end }}", endless));
        });
        thread.start();
        started.await();
        thread.interrupt();
        thread.join();
        assertThat(reached).hasValue(Budget.CANCELLED);
    }

    @Test
    void doesNotCountAgainstTheNextRun() {
        TemplateSet set =
                TemplateSet.empty("t", Functions.none(), Options.STANDARD).with("t", "{{ range . }}x{{ end }}");
        for (int i = 0; i < 10; i++) {
            assertThat(set.execute("t", GoInt.of(20_000), SMALL)).hasSize(20_000);
        }
    }
}
