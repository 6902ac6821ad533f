using VideoIndex.Logos.Evidence;

namespace VideoIndex.Logos.Stills;

/// <summary>Brings back what was kept of how looks look.</summary>
public interface IStillDecoder
{
    /// <summary>Gets the name of the form with its version: what was kept in another cannot be read.</summary>
    string Version { get; }

    /// <summary>Returns the still of a look.</summary>
    /// <param name="look">The look, counted from 0.</param>
    /// <param name="kept">What was kept of it: the parts that changed since the look before, or all.</param>
    /// <param name="before">The still of the look before, as the parts that did not change are; null where there is none.</param>
    /// <returns>The still, its picture a new one; null where what was kept is damaged, or of parts only and does not fit what was before.</returns>
    Still? Decode(int look, ReadOnlySpan<byte> kept, Still? before);
}
