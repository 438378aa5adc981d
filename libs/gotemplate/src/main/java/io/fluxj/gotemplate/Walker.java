package io.fluxj.gotemplate;

import io.fluxj.gotemplate.format.Format;
import io.fluxj.gotemplate.parse.Definition;
import io.fluxj.gotemplate.parse.Node;
import io.fluxj.gotemplate.parse.Node.ListNode;
import io.fluxj.gotemplate.parse.Node.Pipe;
import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.Values;
import org.jspecify.annotations.Nullable;

/** Executes the statements of one template. */
final class Walker {
    private final Frame frame;
    private final Evaluator evaluator;
    private final StringBuilder out;

    Walker(Frame frame, StringBuilder out) {
        this.frame = frame;
        this.evaluator = new Evaluator(frame);
        this.out = out;
    }

    /** How a statement ended. */
    enum End {
        NORMAL,
        BREAK,
        CONTINUE
    }

    Frame frame() {
        return frame;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    void walkTemplate(@Nullable Object data) {
        frame.push("$", data);
        walk(data, frame.definition().body());
    }

    End walk(@Nullable Object dot, ListNode list) {
        frame.at(list);
        for (Node.Statement statement : list.statements()) {
            End end = walk(dot, statement);
            if (end != End.NORMAL) {
                return end;
            }
        }
        return End.NORMAL;
    }

    private End walk(@Nullable Object dot, Node.Statement statement) {
        frame.scope().spend(1);
        frame.at(statement);
        return switch (statement) {
            case Node.Text text -> {
                print(text.text());
                yield End.NORMAL;
            }
            case Node.Action action -> {
                Object value = evaluator.pipeline(dot, action.pipe());
                if (action.pipe().variables().isEmpty()) {
                    frame.at(action);
                    print(printed(action, value));
                }
                yield End.NORMAL;
            }
            case Node.If branch -> branch(dot, branch.pipe(), branch.body(), branch.otherwise(), false);
            case Node.With branch -> branch(dot, branch.pipe(), branch.body(), branch.otherwise(), true);
            case Node.Range range -> new RangeWalk(this, range).walk(dot);
            case Node.Template template -> {
                template(dot, template);
                yield End.NORMAL;
            }
            case Node.Break b -> End.BREAK;
            case Node.Continue c -> End.CONTINUE;
        };
    }

    private void print(String text) {
        frame.scope().reserve(text.length());
        out.append(text);
    }

    private String printed(Node action, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (Values.kind(value) == Kind.FUNC) {
            throw frame.failure("can't print " + action + " of type " + Values.type(value));
        }
        return Format.text(frame.scope(), Printable.of(value));
    }

    private End branch(@Nullable Object dot, Pipe pipe, ListNode body, @Nullable ListNode otherwise, boolean moves) {
        int mark = frame.mark();
        Object value = evaluator.pipeline(dot, pipe);
        End end = End.NORMAL;
        if (Values.truth(value)) {
            end = walk(moves ? value : dot, body);
        } else if (otherwise != null) {
            end = walk(dot, otherwise);
        }
        frame.pop(mark);
        return end;
    }

    private void template(@Nullable Object dot, Node.Template template) {
        Definition called = frame.scope()
                .set()
                .find(template.name())
                .orElseThrow(() -> frame.failure(
                        "template " + io.fluxj.gotemplate.format.Quoting.quoted(template.name()) + " not defined"));
        Execution execution = frame.scope().execution();
        if (execution.isDeepest()) {
            throw frame.failure("exceeded maximum template depth ("
                    + execution.meters().limits().depth() + ")");
        }
        Object data = evaluator.optionalPipeline(dot, template.pipe());
        execution.enter();
        new Walker(new Frame(frame.scope(), called), out).walkTemplate(data);
        execution.leave();
    }
}
