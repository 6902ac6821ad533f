using VideoIndex.Accuracy.Scenes;
using VideoIndex.Looks;

namespace VideoIndex.Accuracy.Facts;

/// <summary>A shot of which something is known before it is drawn.</summary>
/// <param name="Kind">The label that must be found: a move of the camera, <c>credits</c>, <c>colour bars</c>, <c>still</c>, <c>black</c>, or <c>colour</c>.</param>
/// <param name="Frames">How long it is.</param>
/// <param name="Speed">Of the move, in parts of the picture a second; the reach of a hand, in parts of its width.</param>
/// <param name="World">What is filmed.</param>
/// <param name="Things">What moves in it.</param>
internal sealed record FactShot(string Kind, int Frames, double Speed, World World, IReadOnlyList<Thing> Things)
{
    /// <summary>Gets where the camera begins, and its world pixels for one of the picture.</summary>
    public (double X, double Y, double Scale) From { get; init; }

    /// <summary>Gets the colour that covers part of the picture, how much of it, and its red, green and blue.</summary>
    public (BasicColour Colour, double Share, int Red, int Green, int Blue)? Paint { get; init; }

    /// <summary>Gets where the picture stands still, in frames of the shot; of no length where it does not.</summary>
    public (int At, int Length) Freeze { get; init; }

    /// <summary>Gets the seed of what is drawn at random in it.</summary>
    public int Seed { get; init; }

    /// <summary>Returns the frame that is drawn at a frame.</summary>
    public int Drawn(int frame) =>
        frame < Freeze.At || Freeze.Length == 0 ? frame : frame < Freeze.At + Freeze.Length ? Freeze.At : frame - Freeze.Length;
}

/// <summary>A clip: its shots, and what is the same all through it.</summary>
/// <param name="Name">The name of its file.</param>
/// <param name="FramesPerSecond">Its rate.</param>
/// <param name="Encoding">What the encoder is told.</param>
/// <param name="Shots">Its shots.</param>
/// <param name="Grain">The strength of its grain.</param>
/// <param name="Gain">How much of the light there is.</param>
internal sealed record FactClip(string Name, int FramesPerSecond, IReadOnlyList<string> Encoding, IReadOnlyList<FactShot> Shots, double Grain, double Gain)
{
    /// <summary>Gets how many pixels of the drawn picture are black bar at the top and bottom, and left and right.</summary>
    public (int Rows, int Columns) Bars { get; init; }

    /// <summary>Gets whether there are subtitles in the lower bar now and then.</summary>
    public bool Subtitles { get; init; }

    /// <summary>Returns the first frame of each shot and the first after it.</summary>
    public IReadOnlyList<(int First, int Until)> Spans
    {
        get
        {
            var (spans, first) = (new List<(int, int)>(), 0);
            foreach (var shot in Shots)
            {
                spans.Add((first, first + shot.Frames));
                first += shot.Frames;
            }

            return spans;
        }
    }
}
