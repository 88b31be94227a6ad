package io.attestore.server.verify;

import io.attestore.server.settings.StoreSettings;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Reads where a store is, as the server does, and starts nothing. */
public final class StoreOfSettings {

    private StoreOfSettings() {}

    public static int use(Map<String, String> settings, ToIntFunction<StoreSettings> use) {
        return VerifySettings.read(settings, (store, jdbc, postgres) -> use.applyAsInt(store));
    }
}
