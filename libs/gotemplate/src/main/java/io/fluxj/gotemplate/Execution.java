package io.fluxj.gotemplate;

import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.parse.Definition;
import io.fluxj.gotemplate.value.Run;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One run: the budget and the names that are being executed, seen by all that is executed in it. */
final class Execution {
    private final TemplateSet set;
    private final Meters meters;
    private final Map<String, Integer> executing = new HashMap<>();
    private int depth;

    Execution(TemplateSet set, Limits limits) {
        this.set = set;
        this.meters = new Meters(limits);
    }

    <T> T start(Function<Scope, T> work) {
        return DeepStack.call(() -> {
            try {
                return work.apply(new Scope(set));
            } catch (StackOverflowError e) {
                throw meters.tooDeep();
            }
        });
    }

    Meters meters() {
        return meters;
    }

    boolean isDeepest() {
        return depth > meters.limits().depth();
    }

    void enter() {
        if (++depth > meters.limits().depth() + 1) {
            throw meters.tooDeep();
        }
    }

    void leave() {
        depth--;
    }

    /** A set whose templates are executed, the whole one or one that a text added to; what functions see as their run. */
    final class Scope implements Run {
        private final TemplateSet visible;

        Scope(TemplateSet visible) {
            this.visible = visible;
        }

        Execution execution() {
            return Execution.this;
        }

        TemplateSet set() {
            return visible;
        }

        String run(String name, @Nullable Object data) {
            Definition definition = visible.find(name)
                    .orElseThrow(() -> ExecException.of("template: no template " + Quoting.quoted(name)
                            + " associated with template " + Quoting.quoted(visible.name())));
            StringBuilder out = new StringBuilder();
            enter();
            new Walker(new Frame(this, definition), out).walkTemplate(data);
            leave();
            return out.toString();
        }

        @Override
        public void spend(long steps) {
            meters.spend(steps);
        }

        @Override
        public void reserve(long characters) {
            meters.reserve(characters);
        }

        @Override
        public int executing(String name) {
            return executing.getOrDefault(name, 0);
        }

        @Override
        public String execute(String name, @Nullable Object data) {
            executing.merge(name, 1, Integer::sum);
            int before = depth;
            try {
                return run(name, data);
            } finally {
                depth = before;
                executing.merge(name, -1, Integer::sum);
            }
        }

        @Override
        public String executeText(String text, @Nullable Object data) {
            meters.reserve(text.length());
            return new Scope(visible.with(visible.name(), text)).run(visible.name(), data);
        }
    }
}
