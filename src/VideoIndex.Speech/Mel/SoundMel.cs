using VideoIndex.Hearing;

namespace VideoIndex.Speech.Mel;

/// <summary>
/// The picture of a whole sound, of which any window can be drawn: the floor lies below the greatest value of the whole, as in Whisper's own long
/// form, where silence follows the sound. The sound is read twice, once for the greatest value; nothing is held but one window.
/// </summary>
/// <remarks>One is used by one thread at a time.</remarks>
public sealed class SoundMel
{
    private const int Block = 3000;
    private readonly LogMel _mel;
    private readonly ISound _sound;
    private readonly float[] _around = new float[((Block - 1) * LogMel.Hop) + Spectra.Frame];

    /// <summary>Creates one; the sound is read once, from end to end.</summary>
    /// <param name="mel">Draws.</param>
    /// <param name="sound">The sound.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public SoundMel(LogMel mel, ISound sound, CancellationToken cancellationToken)
    {
        (_mel, _sound) = (mel, sound);
        var lastThatHears = (sound.Length + LogMel.Reach - 1) / LogMel.Hop;
        var block = new float[mel.Rows * Block];
        Greatest = LogMel.Nothing;
        for (var first = 0L; first <= lastThatHears; first += Block)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = (int)Math.Min(Block, lastThatHears + 1 - first);
            Write(first, count, block, count);
            Greatest = Math.Max(Greatest, LogMel.Greatest(block.AsSpan(0, mel.Rows * count)));
        }
    }

    /// <summary>Gets how many frames the sound has, 10 ms each; what is left over at its end has none.</summary>
    public long Frames => _sound.Length / LogMel.Hop;

    /// <summary>Gets the greatest logarithm to base 10 of an energy in the sound, -10 for silence.</summary>
    public float Greatest { get; }

    /// <summary>Draws a window.</summary>
    /// <param name="first">Its first frame, from 0.</param>
    /// <param name="count">How many frames are drawn, all of which must lie within <see cref="Frames"/>.</param>
    /// <param name="frames">How many frames the picture has; those behind the drawn ones are 0, not silence, as in Whisper's own long form.</param>
    /// <param name="picture">Takes the rows, the frames of a row lying together.</param>
    public void Draw(long first, int count, int frames, Span<float> picture)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, frames);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + count, Frames);
        ArgumentOutOfRangeException.ThrowIfNotEqual(picture.Length, _mel.Rows * frames);
        for (var done = 0; done < count; done += Block)
        {
            Write(first + done, Math.Min(Block, count - done), picture[done..], frames);
        }

        for (var row = 0; row < _mel.Rows; row++)
        {
            var values = picture.Slice(row * frames, frames);
            LogMel.Scale(values[..count], Greatest);
            values[count..].Clear();
        }
    }

    private void Write(long first, int count, Span<float> picture, int stride)
    {
        var around = _around.AsSpan(0, ((count - 1) * LogMel.Hop) + Spectra.Frame);
        var begin = (first * LogMel.Hop) - LogMel.Reach;
        around.Clear();
        var skip = (int)Math.Max(0, -begin);
        var length = (int)Math.Clamp(_sound.Length - begin - skip, 0, around.Length - skip);
        _sound.Read(begin + skip, around.Slice(skip, length));
        for (var i = 0; i < skip; i++)
        {
            var mirrored = (2 * skip) - i;
            around[i] = mirrored < around.Length ? around[mirrored] : 0;
        }

        _mel.Write(around, count, picture, stride);
    }
}
