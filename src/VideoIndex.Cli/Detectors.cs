using VideoIndex.Inference;
using VideoIndex.Objects;
using VideoIndex.Pipeline.Objects;

namespace VideoIndex.Cli;

/// <summary>The detectors of a program: each is opened once, when it is first needed, and shared by all decodes.</summary>
/// <param name="sources">Where they come from.</param>
internal sealed class Detectors(IReadOnlyList<Detectors.Source> sources) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, IObjectDetector> _open = [];

    /// <summary>Gets none: nothing is looked for.</summary>
    public static Detectors None { get; } = new([]);

    /// <summary>Returns a tap of each for a decode, or why there is none. A model that is installed meanwhile is found the next time.</summary>
    public IReadOnlyList<DetectorTap> Taps()
    {
        lock (_gate)
        {
            return [.. sources.Select(Tap)];
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var detector in _open.Values)
            {
                detector.Dispose();
            }

            _open.Clear();
        }
    }

    private DetectorTap Tap(Source source)
    {
        if (!_open.TryGetValue(source.Kind, out var detector) && source.Of.Missing is { } missing)
        {
            return new DetectorTap(source.Kind, null, missing);
        }

        try
        {
            return new DetectorTap(source.Kind, detector ?? (_open[source.Kind] = source.Of.Open()), null);
        }
        catch (ModelException failure)
        {
            return new DetectorTap(source.Kind, null, $"{(source.Kind == Tags.TagKinds.Faces ? "Faces" : "Objects")} are not looked for: {failure.Message}");
        }
    }

    /// <summary>Where a detector comes from.</summary>
    /// <param name="Kind">What it looks for.</param>
    /// <param name="Of">What opens it.</param>
    internal sealed record Source(string Kind, IObjectDetectors Of);
}
