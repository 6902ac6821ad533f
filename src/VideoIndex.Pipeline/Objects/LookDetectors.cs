using VideoIndex.Inference;
using VideoIndex.Looks;
using VideoIndex.Objects;

namespace VideoIndex.Pipeline.Objects;

/// <summary>Shows the looks of one decode to its detectors.</summary>
/// <remarks>
/// A look is gone when the call returns, so the decode waits for the detectors, and the decoder for it: however slow a model is, no more than one look a
/// decode waits. What is seen depends on the look alone. A detector that fails at a look costs what it would have seen there.
/// </remarks>
internal sealed class LookDetectors(IReadOnlyList<DetectorTap> taps)
{
    private readonly string?[] _failures = new string?[taps.Count];

    /// <summary>Gets who looked, and what went wrong.</summary>
    public IReadOnlyList<DetectorRecord> Records =>
    [
        .. taps.Select((tap, at) => new DetectorRecord(tap.Kind, tap.Detector?.Origin, tap.Detector?.Labels ?? [], tap.Missing, _failures[at])),
    ];

    /// <summary>Returns what each detector sees; null for one that is missing or failed.</summary>
    public IReadOnlyList<IReadOnlyList<SeenObject>?> Look(in LookPicture picture)
    {
        var seen = new IReadOnlyList<SeenObject>?[taps.Count];
        for (var at = 0; at < taps.Count; at++)
        {
            try
            {
                seen[at] = taps[at].Detector is { } detector ? SeenObject.Kept(detector.Detect(picture), picture.Width, picture.Height) : null;
            }
            catch (ModelException failure)
            {
                _failures[at] ??= failure.Message;
            }
        }

        return seen;
    }
}
