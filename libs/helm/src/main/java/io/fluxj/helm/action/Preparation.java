package io.fluxj.helm.action;

import io.fluxj.helm.release.ReleaseStatus;
import io.fluxj.helm.render.ReleaseIdentity;
import io.fluxj.helm.render.Rendered;
import io.fluxj.helm.render.Renderer;

/** Renders what is wanted, for the cluster that it goes to. */
record Preparation(ActionTools tools, ActionOptions options) {

    Rendered rendered(Wanted wanted, int revision, boolean isUpgrade) {
        return tools.renderer()
                .render(new Renderer.Request(
                        wanted.chart(),
                        wanted.values(),
                        new ReleaseIdentity(wanted.name(), wanted.namespace(), revision, isUpgrade),
                        tools.cluster().capabilities(),
                        new Renderer.Options(false, !options.has(Switch.NO_SCHEMA_VALIDATION), wanted.postRenderer())));
    }

    /** How objects are written that the server merges or does not. */
    ObjectWriter writer(boolean serverSide, boolean adoptsFields) {
        return new ObjectWriter(
                tools.cluster(),
                new ObjectWriter.Writing(
                        serverSide,
                        new ApplyRules(true, !options.has(Switch.NO_OPENAPI_VALIDATION)),
                        options.has(Switch.FORCE),
                        adoptsFields));
    }

    /** Notes that a revision failed. */
    static ActionException failed(WorkingRelease working, String what, ActionException e) {
        working.mark(ReleaseStatus.FAILED, what + " failed: " + e.getMessage());
        working.store();
        return e.of(working.now());
    }
}
