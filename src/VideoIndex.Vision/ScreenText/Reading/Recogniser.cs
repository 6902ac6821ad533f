using VideoIndex.Inference;
using VideoIndex.Looks;
using VideoIndex.Vision.ScreenText.Reading.Parts;

namespace VideoIndex.Vision.ScreenText.Reading;

/// <summary>What was read of a part of a crop.</summary>
/// <param name="Part">The part.</param>
/// <param name="Letters">The letters, from left to right.</param>
/// <param name="Pitch">How many pixels of the crop a step is wide.</param>
internal sealed record ReadPart(CropPart Part, IReadOnlyList<ReadLetter> Letters, double Pitch)
{
    /// <summary>Gets how sure the letters are together, 0 to 1: their mean; 0 where there are none.</summary>
    public double Confidence => Letters.Count == 0 ? 0 : Letters.Average(letter => letter.Confidence);
}

/// <summary>Reads lines with a model that takes them 32 pixels high, of any width, and gives shares of letters for each few pixels.</summary>
/// <remarks>
/// The model and its rules of preparation are those of PP-OCR (Y. Du et al., "PP-OCR: A Practical Ultra Lightweight OCR System", 2020, after
/// B. Shi et al., "An End-to-End Trainable Neural Network for Image-based Sequence Recognition", 2015). One is used by one thread at a time.
/// </remarks>
/// <param name="session">The model; not closed here.</param>
/// <param name="letters">What it calls its letters; the first is none.</param>
internal sealed class Recogniser(IModelSession session, IReadOnlyList<string> letters) : IDisposable
{
    /// <summary>How high lines are, in pixels of the model.</summary>
    public const int Height = 32;

    /// <summary>The widest a part is made, in pixels of the model; what is wider is squeezed.</summary>
    public const int MostWidth = 1024;

    /// <summary>The most parts that are read at once.</summary>
    public const int MostAtOnce = 8;

    // The model gives a step for so many columns. Widths are made whole multiples of the grain, so that few differ.
    private const int Stride = 4, Grain = 32;

    private readonly BoundLines _bound = new(session, letters.Count, Stride);

    /// <summary>Reads parts of crops, those that take equal room together.</summary>
    /// <param name="parts">The parts, each within its crop.</param>
    /// <returns>What was read of each, in their order.</returns>
    /// <exception cref="ModelException">The model failed.</exception>
    public ReadPart[] Read(IReadOnlyList<(GrayPicture Crop, CropPart Part)> parts)
    {
        var read = new ReadPart[parts.Count];
        foreach (var alike in Enumerable.Range(0, parts.Count).GroupBy(at => RoomOf(parts[at].Part)))
        {
            foreach (var some in alike.Chunk(MostAtOnce))
            {
                Run(parts, some, alike.Key, read);
            }
        }

        return read;
    }

    /// <inheritdoc/>
    public void Dispose() => _bound.Dispose();

    private static int WidthOf(CropPart part) => Math.Min(MostWidth, part.WidthAt(Height));

    private static int RoomOf(CropPart part) => (WidthOf(part) + Grain - 1) / Grain * Grain;

    private void Run(IReadOnlyList<(GrayPicture Crop, CropPart Part)> parts, int[] some, int room, ReadPart[] read)
    {
        var lines = _bound.For(some.Length, Height, room);
        for (var line = 0; line < some.Length; line++)
        {
            var (crop, part) = parts[some[line]];
            LineScaler.Write(crop, part, WidthOf(part), room, Height, lines.Input(line));
        }

        lines.Run();
        for (var line = 0; line < some.Length; line++)
        {
            var part = parts[some[line]].Part;
            var width = WidthOf(part);
            var steps = (width + Stride - 1) / Stride;
            read[some[line]] = new ReadPart(part, CtcReading.Letters(lines.Output(line), letters, steps), (double)part.Width / width * Stride);
        }
    }
}
