package io.fluxj.cli.explain;

import io.fluxj.cli.frame.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code describe KIND NAME}: one page about an object. */
@Command(
        name = "describe",
        description = {
            "Shows an object on one page: source, conditions, what it needs, what it brought and how that is, history, events.",
            "For example: fluxj describe kustomization apps; fluxj describe hr/redis -n production"
        })
final class DescribeCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final AskedObject asked = new AskedObject();

    DescribeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        AskedObject.Found found = asked.in(session);
        new Page(session, found.kind(), found.object()).print();
        return 0;
    }
}
