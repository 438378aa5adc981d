package io.fluxj.helm.render;

import io.fluxj.gotemplate.value.GoInt;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code .Release} says. */
public record ReleaseIdentity(String name, String namespace, int revision, boolean isUpgrade) {

    /** As templates see it. */
    Map<String, @Nullable Object> value() {
        Map<String, @Nullable Object> release = new HashMap<>();
        release.put("Name", name);
        release.put("Namespace", namespace);
        release.put("IsUpgrade", isUpgrade);
        release.put("IsInstall", !isUpgrade);
        release.put("Revision", GoInt.of(revision));
        release.put("Service", "Helm");
        return release;
    }
}
