using VideoIndex.Hearing;

namespace VideoIndex.Speech.Batched;

/// <summary>Stretches of a sound that are heard as one window, the silence between them left out.</summary>
/// <param name="Pieces">The stretches, in order; they do not overlap.</param>
internal sealed record Chunk(IReadOnlyList<SoundPiece> Pieces)
{
    /// <summary>Gets how many samples it has.</summary>
    public long Length { get; } = Pieces.Sum(piece => piece.Length);

    /// <summary>Gets the first sample of the sound that belongs to it.</summary>
    public long First => Pieces[0].First;

    /// <summary>Gets the first sample of the sound behind it.</summary>
    public long End => Pieces[^1].End;

    /// <summary>Copies its samples.</summary>
    public void Read(ISound sound, Span<float> samples)
    {
        foreach (var piece in Pieces)
        {
            sound.Read(piece.First, samples[..(int)piece.Length]);
            samples = samples[(int)piece.Length..];
        }
    }

    /// <summary>Returns what is left of it from one of its samples on, which lies before its end.</summary>
    public Chunk From(int sample)
    {
        var rest = new List<SoundPiece>();
        long at = 0;
        foreach (var piece in Pieces)
        {
            var skipped = Math.Max(0, sample - at);
            if (skipped < piece.Length)
            {
                rest.Add(new SoundPiece(piece.First + skipped, piece.End));
            }

            at += piece.Length;
        }

        return new Chunk(rest);
    }

    /// <summary>Returns in which of its pieces one of its samples lies; the last one where it lies behind all.</summary>
    public int PieceAt(long sample)
    {
        var at = 0;
        while (at < Pieces.Count - 1 && sample >= Pieces[at].Length)
        {
            sample -= Pieces[at++].Length;
        }

        return at;
    }

    /// <summary>Returns where in the sound one of its samples lies, within one of its pieces or at its ends.</summary>
    public long Place(long sample, int piece)
    {
        var before = Pieces.Take(piece).Sum(earlier => earlier.Length);
        return Math.Clamp(Pieces[piece].First + sample - before, Pieces[piece].First, Pieces[piece].End);
    }
}

/// <summary>A stretch of a sound, in samples; its end is excluded.</summary>
internal readonly record struct SoundPiece(long First, long End)
{
    /// <summary>Gets how many samples it has.</summary>
    public long Length => End - First;
}
