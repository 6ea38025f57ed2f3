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
        report.atMost(
                "cold start, embedded, second run",
                later.median(),
                " s",
                15,
                4,
                "median of " + later.size() + ", slowest " + Report.number(later.max())
                        + " s; the very first run, which sets the" + " database up, took " + Report.number(first)
                        + " s");
    }
}
