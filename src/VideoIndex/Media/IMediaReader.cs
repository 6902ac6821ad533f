namespace VideoIndex.Media;

/// <summary>Reads what a container says of itself.</summary>
/// <remarks>A file that is refused throws <see cref="MediaRefusedException"/>; nothing else is thrown on purpose.</remarks>
public interface IMediaProber
{
    /// <summary>Probes one file. Opens nothing but that file.</summary>
    Task<MediaProbe> ProbeAsync(string path, CancellationToken cancellationToken);
}

/// <summary>Decodes a video, once, from start to end.</summary>
public interface IMediaDecoder
{
    /// <summary>
    /// Decodes the first of the probe's picture tracks and hands every frame, in presentation order, to
    /// <paramref name="sink"/>. Pictures large enough to show people are written to <paramref name="picturesFolder"/>
    /// at about two a second, the first frame included; the sink is told of each before the gray form of the same frame.
    /// </summary>
    /// <exception cref="MediaRefusedException">No frame could be decoded, or the decoder had to be stopped.</exception>
    Task<DecodeReport> DecodeAsync(
        string path, MediaProbe probe, string picturesFolder, IFrameSink sink, CancellationToken cancellationToken);

    /// <summary>Decodes the first audio track of a file without pictures, to learn how much of it can be heard.</summary>
    /// <exception cref="MediaRefusedException">Nothing could be decoded, or the decoder had to be stopped.</exception>
    Task<SoundReport> MeasureSoundAsync(string path, MediaProbe probe, CancellationToken cancellationToken);
}

/// <summary>How much sound could be decoded.</summary>
/// <param name="Length">The length of the decoded sound.</param>
/// <param name="Complaints">How many errors the decoder reported on the way.</param>
public sealed record SoundReport(Timing.MediaDuration Length, int Complaints);

/// <summary>Takes the frames of one decode.</summary>
public interface IFrameSink
{
    /// <summary>Takes one frame. The pixels are gone when the call returns.</summary>
    void OnFrame(in GrayFrame frame);
}

/// <summary>One decoded frame, reduced to 320 x 180 luma (full range, 0 black to 255 white, rows top to bottom).</summary>
/// <remarks>The picture is squeezed to that size whatever its own shape.</remarks>
public readonly ref struct GrayFrame(long timestamp, ReadOnlySpan<byte> pixels, string? picture)
{
    /// <summary>The width of every gray frame, in pixels.</summary>
    public const int Width = 320;

    /// <summary>The height of every gray frame, in pixels.</summary>
    public const int Height = 180;

    /// <summary>The number of bytes in every gray frame.</summary>
    public const int Size = Width * Height;

    /// <summary>Gets the presentation timestamp, in units of the picture stream's time base.</summary>
    public long Timestamp { get; } = timestamp;

    /// <summary>Gets the pixels, <see cref="Size"/> of them.</summary>
    public ReadOnlySpan<byte> Pixels { get; } = pixels;

    /// <summary>Gets the name, inside the pictures folder, of this same frame's picture for people; null for most frames.</summary>
    /// <remarks>The file may not be complete before the decode has ended; deleting it earlier is allowed.</remarks>
    public string? Picture { get; } = picture;
}

/// <summary>How a decode went.</summary>
/// <param name="Frames">How many frames came out.</param>
/// <param name="Complaints">How many errors the decoder reported on the way; it went on after each.</param>
/// <param name="FirstComplaint">The first error, in the decoder's own words, on one line; null when there was none.</param>
/// <param name="ClosedCaptions">Whether any frame carried closed captions.</param>
public sealed record DecodeReport(long Frames, int Complaints, string? FirstComplaint, bool ClosedCaptions = false);
