package io.fluxj.cli.explain;

import io.fluxj.cli.explain.Chain.Link;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.object.Age;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code why KIND NAME}: why an object is not ready: from object to object to the one whose fault it is, and what to try. */
@Command(
        name = "why",
        description = {
            "Says why an object is not ready: follows what it waits for to the root cause, and names the next command to try.",
            "For example: fluxj why kustomization apps; fluxj why hr/redis -n production; fluxj why source git fleet"
        })
final class WhyCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final AskedObject asked = new AskedObject();

    WhyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        AskedObject.Found found = asked.in(session);
        List<Link> links = new Chain(session).from(found.kind(), found.object());
        PrintStream out = session.terminal().out();
        for (int depth = 0; depth < links.size(); depth++) {
            String indent = depth == 0 ? "" : "   ".repeat(depth - 1) + "└─ needs ";
            out.println(indent + line(links.get(depth)));
        }
        if (links.size() > 1) {
            out.println();
            out.println("Root cause: " + links.getLast().reference() + " " + said(links.getLast()));
        }
        print(Advice.about(links.getLast()), out);
        return 0;
    }

    private String line(Link link) {
        return switch (link) {
            case Link.Missing missing -> "✗ %s does not exist".formatted(missing.reference());
            case Link.Present present ->
                "%s %s is %s%s"
                        .formatted(
                                present.verdict().symbol(),
                                present.reference(),
                                present.verdict().words(),
                                since(present));
        };
    }

    private static String said(Link link) {
        return switch (link) {
            case Link.Missing missing -> "does not exist";
            case Link.Present present -> "is " + present.verdict().words();
        };
    }

    private String since(Link.Present present) {
        return present.verdict() instanceof Verdict.Failing failing
                ? " (since %s)"
                        .formatted(Age.since(
                                failing.ready().since(), session.clock().instant()))
                : "";
    }

    private static void print(List<Advice> advice, PrintStream out) {
        if (advice.isEmpty()) {
            return;
        }
        int width =
                advice.stream().mapToInt(each -> each.command().length()).max().orElse(0);
        out.println();
        out.println("Try:");
        advice.forEach(each -> out.println(
                "  " + each.command() + " ".repeat(width - each.command().length()) + "  # " + each.why()));
    }
}
