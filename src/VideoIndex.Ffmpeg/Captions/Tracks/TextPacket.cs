namespace VideoIndex.Ffmpeg.Captions.Tracks;

/// <summary>One packet of a text track.</summary>
/// <param name="Stream">The stream's index in the container.</param>
/// <param name="Start">The presentation timestamp, in units of the stream's time base.</param>
/// <param name="Duration">How long it is shown, in the same units; null when the container does not say.</param>
/// <param name="Payload">What the packet holds; how to read it is the codec's affair.</param>
internal sealed record TextPacket(int Stream, long Start, long? Duration, byte[] Payload);
