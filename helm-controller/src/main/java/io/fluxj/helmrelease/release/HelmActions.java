package io.fluxj.helmrelease.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.gotemplate.Limits;
import io.fluxj.gotemplate.sprig.Sprig;
import io.fluxj.helm.Notices;
import io.fluxj.helm.action.ActionTools;
import io.fluxj.helm.action.Install;
import io.fluxj.helm.action.Preview;
import io.fluxj.helm.action.ReleaseObject;
import io.fluxj.helm.action.ReleaseObjects;
import io.fluxj.helm.action.ReleaseStorage;
import io.fluxj.helm.action.Rollback;
import io.fluxj.helm.action.Test;
import io.fluxj.helm.action.Uninstall;
import io.fluxj.helm.action.Unlock;
import io.fluxj.helm.action.Upgrade;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.release.Release;
import io.fluxj.helm.release.ReleaseHistory;
import io.fluxj.helm.render.Engine;
import io.fluxj.helm.render.HostAddresses;
import io.fluxj.helm.render.Renderer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Helm's actions on releases in one place. Cheap to make; for one thread. */
public final class HelmActions {
    private final ActionTools tools;

    private HelmActions(ActionTools tools) {
        this.tools = tools;
    }

    /**
     * The actions on a target.
     *
     * @param log takes what actions have to say beside their results
     * @param stored called with every record right after it was created or replaced
     */
    public static HelmActions of(ReleaseTarget target, Notices log, Consumer<Release> stored) {
        return of(target, HostAddresses.NONE, log, stored);
    }

    /** As above; templates are told the addresses of hosts. */
    public static HelmActions of(ReleaseTarget target, HostAddresses hosts, Notices log, Consumer<Release> stored) {
        Clock clock = Clock.systemUTC();
        ReleaseHistory history = new ReleaseHistory(
                new SecretRecords(target.cluster(), target.storageNamespace(), new Persistence(target.waits())),
                target.maxHistory(),
                clock);
        Engine engine = new Engine(Sprig.standard(), new LiveLookup(target.cluster()), hosts, Limits.STANDARD);
        return new HelmActions(new ActionTools(
                new ReleaseStorage(history, stored),
                new Renderer(engine, log),
                new ApplyCluster(target),
                new WatchedWaits(target),
                new PodTails(target.cluster()),
                clock,
                log));
    }

    public ReleaseHistory history() {
        return tools.storage().history();
    }

    public Install install() {
        return new Install(tools);
    }

    public Upgrade upgrade() {
        return new Upgrade(tools);
    }

    public Rollback rollback() {
        return new Rollback(tools);
    }

    public Uninstall uninstall() {
        return new Uninstall(tools);
    }

    public Test test() {
        return new Test(tools);
    }

    public Preview preview() {
        return new Preview(tools);
    }

    public Unlock unlock() {
        return new Unlock(tools);
    }

    /**
     * The objects of a revision's manifest as they are sent, in the order of their installation.
     *
     * @throws io.fluxj.helm.action.ClusterException when one is none, or of a kind that the cluster does not serve
     */
    public List<ObjectNode> objects(Release release) {
        return contents(new ReleaseObjects(tools.cluster()).of(release));
    }

    /**
     * The definitions in {@code crds/} of a chart, in the order in which they are applied.
     *
     * @param values decide which of the charts in it take part
     * @throws io.fluxj.helm.action.ClusterException when one is none
     */
    public List<ObjectNode> crds(Chart chart, Map<String, @Nullable Object> values) {
        return contents(new ReleaseObjects(tools.cluster()).definitions(chart, values));
    }

    private static List<ObjectNode> contents(List<ReleaseObject> objects) {
        return objects.stream().map(ReleaseObject::content).toList();
    }
}
