using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Stills;

namespace VideoIndex.Testing;

/// <summary>Knows no still.</summary>
public sealed class NoStills : IStillDecoder
{
    public string Version => "none";

    public Still? Decode(int look, ReadOnlySpan<byte> kept, Still? before) => null;
}
