package io.fluxj.api.helm.v2;

import io.fluxj.api.meta.Choice;

/** What to do when the name of the chart changes. */
public enum ChartNameChangeStrategy implements Choice.Named {
    /** Upgrade the release to the new chart. */
    IN_PLACE_UPDATE("InPlaceUpdate"),
    /** Uninstall the release and install the new chart. */
    REINSTALL("Reinstall");

    private final String text;

    ChartNameChangeStrategy(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
