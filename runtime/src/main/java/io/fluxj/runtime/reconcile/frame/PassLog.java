package io.fluxj.runtime.reconcile.frame;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Locale;
import org.slf4j.MDC;

/** Puts what a pass is about on every log line of its thread. */
final class PassLog implements AutoCloseable {
    private PassLog() {}

    static PassLog about(HasMetadata object, String reconcileId) {
        MDC.put("controller", object.getKind().toLowerCase(Locale.ROOT));
        MDC.put("controllerGroup", group(object.getApiVersion()));
        MDC.put("controllerKind", object.getKind());
        MDC.put("namespace", object.getMetadata().getNamespace());
        MDC.put("name", object.getMetadata().getName());
        MDC.put("reconcileID", reconcileId);
        return new PassLog();
    }

    private static String group(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    @Override
    public void close() {
        MDC.clear();
    }
}
