using VideoIndex.Looks;

namespace VideoIndex.Similar.Evidence;

/// <summary>The parts a shot is described by, each a few numbers that say how alike two shots are by the sum of their products.</summary>
internal static class ShotMeasures
{
    /// <summary>How light and dark are spread over the picture: the slow waves of the mean picture, its brightness and contrast left out.</summary>
    /// <remarks>The waves are those of the discrete cosine transform (Ahmed, Natarajan and Rao, 1974), as in MPEG-7's colour layout. Of a flat picture the last number is all.</remarks>
    public static void Layout(ShotPictures shot, Span<float> part)
    {
        var mean = new float[FrameSketches.Means];
        foreach (var picture in shot.Pictures)
        {
            for (var cell = 0; cell < mean.Length; cell++)
            {
                mean[cell] += picture.Luma[cell] / shot.Pictures.Count;
            }
        }

        for (var wave = 0; wave < LayoutWaves; wave++)
        {
            var (down, across) = Math.DivRem(wave + 1, WavesAcross); // the first is the brightness
            var sum = 0.0;
            for (var cell = 0; cell < mean.Length; cell++)
            {
                var (row, column) = Math.DivRem(cell, FrameSketches.Width);
                sum += mean[cell] * Math.Cos(Math.PI * across * (column + 0.5) / FrameSketches.Width) * Math.Cos(Math.PI * down * (row + 0.5) / FrameSketches.Height);
            }

            part[wave] = (float)(sum / mean.Length);
        }

        part[LayoutWaves] = LeastContrast;
    }

    /// <summary>Which colours there are, wherever they are, and how light the picture is: shares of softly bounded kinds.</summary>
    public static void Colour(ShotPictures shot, Span<float> part)
    {
        foreach (var picture in shot.Pictures.Where(_ => shot.HasColour))
        {
            for (var cell = 0; cell < FrameSketches.Means; cell++)
            {
                Count(Place(picture.U[cell], ColourKinds), Place(picture.V[cell], ColourKinds), ColourKinds, part);
            }
        }

        Roots(part);
    }

    /// <summary>Which colours there are at the top, in the middle and at the bottom.</summary>
    public static void Bands(ShotPictures shot, Span<float> part)
    {
        foreach (var picture in shot.Pictures.Where(_ => shot.HasColour))
        {
            for (var cell = 0; cell < FrameSketches.Means; cell++)
            {
                var band = cell / FrameSketches.Width / 3;
                Count(Place(picture.U[cell], BandKinds), Place(picture.V[cell], BandKinds), BandKinds, part.Slice(band * BandKinds * BandKinds, BandKinds * BandKinds));
            }
        }

        Roots(part);
    }

    /// <summary>How light the picture is: shares of softly bounded kinds of light.</summary>
    public static void Light(ShotPictures shot, Span<float> part)
    {
        foreach (var picture in shot.Pictures)
        {
            foreach (var luma in picture.Luma)
            {
                Share(luma / 255 * (part.Length - 1), part);
            }
        }

        Roots(part);
    }

    /// <summary>Which way light changes into dark, in six parts of the picture: as in histograms of oriented gradients (Dalal and Triggs, 2005).</summary>
    public static void Edges(ShotPictures shot, Span<float> part)
    {
        foreach (var picture in shot.Pictures)
        {
            for (var row = 1; row < FrameSketches.Height - 1; row++)
            {
                for (var column = 1; column < FrameSketches.Width - 1; column++)
                {
                    var cell = (row * FrameSketches.Width) + column;
                    var (across, down) = (picture.Luma[cell + 1] - picture.Luma[cell - 1], picture.Luma[cell + FrameSketches.Width] - picture.Luma[cell - FrameSketches.Width]);
                    var place = ((row - 1) * 2 / (FrameSketches.Height - 2) * 3) + ((column - 1) * 3 / (FrameSketches.Width - 2));
                    Turn(across, down, part.Slice(place * Turns, Turns));
                }
            }
        }

        part[^1] = LeastEdges * shot.Pictures.Count;
    }

    /// <summary>How many numbers each part has.</summary>
    public const int LayoutLength = LayoutWaves + 1, ColourLength = ColourKinds * ColourKinds, BandsLength = 3 * BandKinds * BandKinds, LightLength = 6, EdgesLength = (6 * Turns) + 1;

    private const int WavesAcross = 6, LayoutWaves = (WavesAcross * 5) - 1, ColourKinds = 6, BandKinds = 4, Turns = 6;

    // A picture that differs less than this, in levels, has no layout; one of less change from cell to cell has no edges.
    private const float LeastContrast = 2, LeastEdges = 150;

    // Where colours lie close together, around gray, kinds are narrow.
    private const float Colourful = 24;

    private static float Place(float chroma, int kinds) => (MathF.Tanh((chroma - 128) / Colourful) + 1) / 2 * (kinds - 1);

    private static void Count(float across, float down, int kinds, Span<float> shares)
    {
        var (column, row) = (Math.Min((int)across, kinds - 2), Math.Min((int)down, kinds - 2));
        var (right, below) = (across - column, down - row);
        shares[(row * kinds) + column] += (1 - right) * (1 - below);
        shares[(row * kinds) + column + 1] += right * (1 - below);
        shares[((row + 1) * kinds) + column] += (1 - right) * below;
        shares[((row + 1) * kinds) + column + 1] += right * below;
    }

    private static void Share(float place, Span<float> shares)
    {
        var kind = Math.Min((int)place, shares.Length - 2);
        shares[kind] += 1 - (place - kind);
        shares[kind + 1] += place - kind;
    }

    private static void Turn(float across, float down, Span<float> turns)
    {
        var strength = MathF.Sqrt((across * across) + (down * down));
        var turn = MathF.Atan2(down, across) / MathF.PI * turns.Length;
        turn -= MathF.Floor(turn / turns.Length) * turns.Length;
        var (kind, over) = ((int)turn % turns.Length, turn - MathF.Floor(turn));
        turns[kind] += strength * (1 - over);
        turns[(kind + 1) % turns.Length] += strength * over;
    }

    // Shares are compared by their roots: the sum of products is Bhattacharyya's coefficient (1943).
    private static void Roots(Span<float> shares)
    {
        foreach (ref var share in shares)
        {
            share = MathF.Sqrt(share);
        }
    }
}
