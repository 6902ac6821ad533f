using System.Diagnostics;
using System.Diagnostics.Metrics;
using VideoIndex.Jobs;

namespace VideoIndex.Pipeline.Running;

/// <summary>What can be traced and counted, under the name <c>VideoIndex</c>. Free while nobody listens; a host wires the exporter.</summary>
internal static class Telemetry
{
    /// <summary>The name of the source of traces and of the meter.</summary>
    public const string Name = "VideoIndex";

    private static readonly ActivitySource Source = new(Name);
    private static readonly System.Diagnostics.Metrics.Meter Instruments = new(Name);
    private static readonly Counter<long> Runs = Instruments.CreateCounter<long>("videoindex.stage.runs", "{job}", "Jobs that left a worker, by stage and how they ended.");
    private static readonly Counter<long> Failed = Instruments.CreateCounter<long>("videoindex.stage.failures", "{job}", "Tries that failed, by stage and code.");
    private static readonly Histogram<double> Durations = Instruments.CreateHistogram<double>("videoindex.stage.duration", "s", "How long jobs took, by stage.");

    /// <summary>Starts the span of a job, as a child of the one that ordered it; null when nobody listens.</summary>
    public static Activity? Start(Lease lease)
    {
        ActivityContext.TryParse(lease.Order.Trace, null, out var parent);
        var span = Source.StartActivity(lease.Order.Key.Stage, ActivityKind.Consumer, parent);
        return span?.SetTag("videoindex.job", lease.Job)
            .SetTag("videoindex.video", lease.Order.Key.Video.ToString())
            .SetTag("videoindex.run", lease.Order.Key.Run)
            .SetTag("videoindex.unit", lease.Order.Key.Unit)
            .SetTag("videoindex.deliveries", lease.Deliveries);
    }

    /// <summary>Counts a job that left the worker.</summary>
    public static void Count(Activity? span, Lease lease, JobEnd how, Failure? failure, TimeSpan took)
    {
        var stage = new KeyValuePair<string, object?>("stage", lease.Order.Key.Stage);
        Runs.Add(1, stage, new("end", how.ToString().ToLowerInvariant()));
        Durations.Record(took.TotalSeconds, stage);
        if (failure is not null)
        {
            Failed.Add(1, stage, new("code", failure.Code));
            span?.SetStatus(ActivityStatusCode.Error, failure.Sentence).SetTag("error.type", failure.Code);
        }
    }

    /// <summary>Hands a trace on to what is ordered, where it has none of its own.</summary>
    public static Effects Carry(Activity? span, Lease lease, Effects effects)
    {
        var trace = span?.Id ?? lease.Order.Trace;
        return trace is null
            ? effects
            : effects with
            {
                Orders = [.. effects.Orders.Select(order => order with { Trace = order.Trace ?? trace })],
                FanIns = [.. effects.FanIns.Select(fanIn => fanIn with { Then = fanIn.Then with { Trace = fanIn.Then.Trace ?? trace } })],
            };
    }
}
