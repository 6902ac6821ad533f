using System.Runtime.CompilerServices;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace VideoIndex.Cli;

/// <summary>Sends traces and metrics of the work to an OpenTelemetry collector, where the environment names one.</summary>
/// <remarks>OpenTelemetry's own variables decide where and how; while none names a collector, its assemblies are not even loaded.</remarks>
internal sealed class Tracing : IDisposable
{
    /// <summary>The environment variable that switches it on.</summary>
    public const string Switch = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // The name the pipeline's traces and metrics go by.
    private const string Source = "VideoIndex";

    // A collector that is gone must not keep a command from ending.
    private const int LongestFlush = 3000;

    private readonly TracerProvider _traces;
    private readonly MeterProvider _metrics;

    private Tracing()
    {
        var resource = ResourceBuilder.CreateDefault().AddService(CommandLine.Name, autoGenerateServiceInstanceId: true).AddEnvironmentVariableDetector();
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Source).AddOtlpExporter(Limit).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Source).AddOtlpExporter(Limit).Build();
    }

    /// <summary>Starts sending; returns null where no collector is named.</summary>
    public static IDisposable? Start() => string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(Switch)) ? null : Export();

    /// <inheritdoc/>
    public void Dispose()
    {
        _traces.Shutdown(LongestFlush);
        _metrics.Shutdown(LongestFlush);
        _traces.Dispose();
        _metrics.Dispose();
    }

    // Of its own, so that what it mentions is loaded only when it is called.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Tracing Export() => new();

    private static void Limit(OtlpExporterOptions options) => options.TimeoutMilliseconds = Math.Min(options.TimeoutMilliseconds, LongestFlush);
}
