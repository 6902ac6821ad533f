using System.Diagnostics;
using System.Diagnostics.Metrics;
using VideoIndex.Jobs;
using VideoIndex.Pipeline.Running;

namespace VideoIndex.Pipeline.Tests.Running;

public sealed class TelemetryTests
{
    private const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    [Fact]
    public void A_job_s_span_is_a_child_of_who_ordered_it_and_the_parent_of_what_it_orders()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Name == "traced" ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
        };
        ActivitySource.AddActivityListener(listener);
        var lease = LeaseOf(Shift.Order("1", stage: "traced") with { Trace = Trace });

        using var span = Telemetry.Start(lease);
        var effects = Telemetry.Carry(span, lease, Following());

        Assert.Equal("b7ad6b7169203331", span!.ParentSpanId.ToHexString());
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", span.TraceId.ToHexString());
        Assert.Equal([span.Id, "its own"], effects.Orders.Select(order => order.Trace));
        Assert.Equal(span.Id, effects.FanIns[0].Then.Trace);
    }

    [Fact]
    public void A_trace_goes_on_through_a_worker_that_is_not_watched()
    {
        var effects = Telemetry.Carry(span: null, LeaseOf(Shift.Order("1") with { Trace = Trace }), Following());

        Assert.Equal([Trace, "its own"], effects.Orders.Select(order => order.Trace));
        Assert.Equal(Trace, effects.FanIns[0].Then.Trace);
    }

    [Fact]
    public void Runs_failures_and_durations_are_counted_by_stage()
    {
        var counted = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, meter) =>
        {
            if (instrument.Meter.Name == Telemetry.Name)
            {
                meter.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note($"{instrument.Name} {value}", tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note($"{instrument.Name} {value} s", tags));
        listener.Start();

        Telemetry.Count(null, LeaseOf(Shift.Order("1", stage: "counted")), JobEnd.Failed, new Failure(FailureKind.Transient, "fault", "", ""), TimeSpan.FromSeconds(2));

        Assert.Equal(
            ["videoindex.stage.runs 1 counted failed", "videoindex.stage.duration 2 s counted", "videoindex.stage.failures 1 counted fault"], counted);

        void Note(string what, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (tags[0].Value is "counted")
            {
                counted.Add($"{what} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}");
            }
        }
    }

    private static Effects Following() => new()
    {
        Orders = [Shift.Order("2"), Shift.Order("3") with { Trace = "its own" }],
        FanIns = [new FanIn("all", 2, Shift.Order("4"))],
    };

    private static Lease LeaseOf(JobOrder order) => new(1, order, 1, TimeSpan.FromSeconds(30), 1, 0);
}
