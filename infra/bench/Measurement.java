/** One or more rows of the table. */
interface Measurement {
    void measure(Settings settings, Application application, Report report) throws Exception;
}
