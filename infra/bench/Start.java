import java.nio.file.Path;

/** Cold start: from the start of the process until it is ready, on a folder that it knows. */
final class Start implements Measurement {
    @Override
    public void measure(Settings settings, Application application, Report report) throws Exception {
        double first = application.start().toMillis() / 1e3;
        var later = new Samples();
        for (int i = 0; i < settings.pick(2, 5); i++) {
            application.stop();
            later.add(application.start().toMillis() / 1e3);
        }
        application.stop();
        Path learnt = settings.scratch().resolve("eindr.aot");
        application.start("-XX:AOTCacheOutput=" + learnt);
        application.stop();
        var trained = new Samples();
        for (int i = 0; i < settings.pick(2, 5); i++) {
            trained.add(application.start("-XX:AOTCache=" + learnt).toMillis() / 1e3);
            application.stop();
        }
        application.start();
        report.atMost(
                "cold start, embedded, second run",
                later.median(),
                " s",
                15,
                4,
                "median of " + later.size() + ", slowest " + Report.number(later.max())
                        + " s; the very first run, which sets the" + " database up, took " + Report.number(first)
                        + " s; with the AOT cache of an earlier run " + Report.number(trained.median()) + " s");
    }
}
