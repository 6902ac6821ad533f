using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VideoIndex.Vision.Features.Scales;

/// <summary>The layers of one octave, of which only the last 256 rows are kept: those a keypoint's surroundings take.</summary>
/// <remarks>A pixel is luma less 128, in units of 1 / 128: the sum of two still fits 16 bits.</remarks>
internal sealed class Octave
{
    /// <summary>What luma is multiplied by.</summary>
    public const int Unit = 128;

    /// <summary>What is taken from luma before.</summary>
    public const int Gray = 128;

    /// <summary>How many rows of each layer are kept.</summary>
    public const int Kept = 256;

    /// <summary>The layer before the first: the picture not blurred yet.</summary>
    public const int Sharp = ScaleSteps.Layers;

    private const int Margin = 64; // columns beside each row, so that many can be taken at once

    private short[] _pixels = [];
    private int _stride;

    /// <summary>Gets the width in pixels of this octave.</summary>
    public int Width { get; private set; }

    /// <summary>Gets the height in pixels of this octave.</summary>
    public int Height { get; private set; }

    /// <summary>Gets how many pixels of the picture a pixel is wide and high: 0.5, 1, 2, ...</summary>
    public double Step { get; private set; }

    /// <summary>Gets where its first pixel lies in the picture.</summary>
    public double Shift { get; private set; }

    /// <summary>Gets the first number there is; places are counted from it.</summary>
    public ref short Origin => ref MemoryMarshal.GetArrayDataReference(_pixels);

    /// <summary>Becomes the octave of a size.</summary>
    public void Resize(int width, int height, double step)
    {
        (Width, Height, Step) = (width, height, step);
        Shift = step < 1 ? -0.25 : 0;
        _stride = (width + 2 * Margin + 31) / 32 * 32;
        var room = (ScaleSteps.Layers + 1) * Kept * _stride + Margin;
        if (_pixels.Length < room)
        {
            _pixels = new short[room];
        }
    }

    /// <summary>Returns where a row begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint Start(int layer, int y) => unchecked((nint)((layer * Kept + (y & (Kept - 1))) * _stride + Margin));

    /// <summary>Returns a row, with room for what is written beyond its end.</summary>
    public Span<short> Row(int layer, int y) => MemoryMarshal.CreateSpan(ref Unsafe.Add(ref Origin, Start(layer, y)), Width + Margin);

    /// <summary>Returns a pixel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int At(int layer, int y, int x) => Unsafe.Add(ref Origin, Start(layer, y) + x);

    /// <summary>Returns a pixel of the difference between a layer and the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Difference(int layer, int y, int x) => unchecked(At(layer + 1, y, x) - At(layer, y, x));
}
