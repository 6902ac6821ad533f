using VideoIndex.Accuracy.Scenes;

namespace VideoIndex.Accuracy.Facts;

/// <summary>Draws the frames of a clip, in colour.</summary>
internal sealed class FactPainter(FactClip clip)
{
    private const int HalfWidth = Picture.Width / 2, HalfHeight = Picture.Height / 2;

    // Yellow, cyan, green, magenta, red, blue at three quarters, white first: luma and chroma of a BT.601 picture of limited range.
    private static readonly (byte Y, byte U, byte V)[] TestBars =
        [(180, 128, 128), (162, 44, 142), (131, 156, 44), (112, 72, 58), (84, 184, 198), (65, 100, 212), (35, 212, 114)];

    private readonly Picture _picture = new();
    private readonly byte[] _u = new byte[HalfWidth * HalfHeight], _v = new byte[HalfWidth * HalfHeight];

    public void Draw(Action<byte[], byte[], byte[]> encoder)
    {
        var drawn = 0;
        foreach (var shot in clip.Shots)
        {
            for (var frame = 0; frame < shot.Frames; frame++, drawn++)
            {
                Draw(shot, shot.Drawn(frame));
                if (shot.Kind is not ("black" or "colour bars" or "still"))
                {
                    Finish(shot, shot.Freeze.Length > 0 && frame >= shot.Freeze.At && frame < shot.Freeze.At + shot.Freeze.Length ? drawn - frame + shot.Freeze.At : drawn);
                }

                AddBars(drawn);
                encoder(_picture.Luma, _u, _v);
            }
        }
    }

    private void Draw(FactShot shot, int frame)
    {
        _u.AsSpan().Fill(127);
        _v.AsSpan().Fill(130);
        switch (shot.Kind)
        {
            case "black":
                _picture.Box(0, 0, Picture.Width, Picture.Height, 16);
                _v.AsSpan().Fill(128);
                break;
            case "colour bars":
                DrawTestBars();
                break;
            case "credits":
                Roll(shot, frame);
                break;
            default:
                Film(shot, frame / (double)clip.FramesPerSecond);
                break;
        }
    }

    private void Film(FactShot shot, double seconds)
    {
        var (x, y, scale) = shot.From;
        var (across, down) = (shot.Speed * Picture.Width * scale, shot.Speed * Picture.Height * scale);
        var (sway, nod) = (0.0, 0.0);
        foreach (var (rate, part) in ((double, double)[])[(1.1, 0.6), (2.3, 0.5), (4.7, 0.3)])
        {
            sway += part * Math.Sin(2 * Math.PI * rate * seconds + shot.Seed % 100);
            nod += part * Math.Sin(2 * Math.PI * rate * 1.13 * seconds + shot.Seed % 77);
        }

        (x, y, scale) = shot.Kind switch
        {
            "pan left" => (x - across * seconds, y, scale),
            "pan right" => (x + across * seconds, y, scale),
            "tilt up" => (x, y - down * seconds, scale),
            "tilt down" => (x, y + down * seconds, scale),
            "zoom in" => (x, y, scale * Math.Exp(-shot.Speed * seconds)),
            "zoom out" => (x, y, scale * Math.Exp(shot.Speed * seconds)),
            "handheld" => (x + across * sway, y + across * nod, scale),
            _ => (x, y, scale),
        };
        shot.World.Draw(_picture, x + World.Size * 8, y + World.Size * 8, scale, 0);
        if (shot.Paint is { } paint)
        {
            Paint(paint.Share, paint.Red, paint.Green, paint.Blue);
        }

        foreach (var thing in shot.Things)
        {
            thing.Draw(_picture, seconds, 0);
        }
    }

    // Lines of words of several lengths, a name and a task, rising.
    private void Roll(FactShot shot, int frame)
    {
        _picture.Box(0, 0, Picture.Width, Picture.Height, 18);
        var (random, risen) = (new Random(shot.Seed), shot.Speed * Picture.Height * frame / clip.FramesPerSecond);
        for (var line = 0; line < 80; line++)
        {
            var (top, left, right) = (20 + line * 18 - risen, random.Next(40, 120), random.Next(40, 130));
            for (var letter = 0; letter < (left + right) / 7; letter++)
            {
                var (x, lit) = (letter * 7 < left ? 225 - left + letter * 7 : 255 + letter * 7 - left, random.Next(5) > 0);
                if (lit && line % 5 < 4)
                {
                    _picture.Box(x, top, 2 + random.Next(4), 9, 215);
                }
            }
        }
    }

    private void DrawTestBars()
    {
        for (var bar = 0; bar < TestBars.Length; bar++)
        {
            var (left, right) = (clip.Bars.Columns / 2 + bar * Inside.Columns / 14, clip.Bars.Columns / 2 + (bar + 1) * Inside.Columns / 14);
            _picture.Box(2 * left, 0, 2 * (right - left), Picture.Height, TestBars[bar].Y);
            Fill(left, 0, right, HalfHeight, TestBars[bar].U, TestBars[bar].V);
        }

        _picture.Box(0, Picture.Height * 3 / 4.0, Picture.Width, Picture.Height, 40);
        Fill(0, HalfHeight * 3 / 4, HalfWidth, HalfHeight, 128, 128);
    }

    // A wall of that colour from the left, on which what is filmed is faintly to be seen: BT.601, limited range, as the encoder assumes.
    private void Paint(double share, int red, int green, int blue)
    {
        var wide = (int)(share * Inside.Columns / 2) * 2;
        var y = 16 + (66 * red + 129 * green + 25 * blue) / 256;
        for (var row = 0; row < Picture.Height; row++)
        {
            foreach (ref var luma in _picture.Luma.AsSpan(row * Picture.Width + clip.Bars.Columns, wide))
            {
                luma = (byte)Math.Clamp(y + (luma - 128) / 16, 16, 235);
            }
        }

        var (u, v) = (128 + (-38 * red - 74 * green + 112 * blue) / 256, 128 + (112 * red - 94 * green - 18 * blue) / 256);
        Fill(clip.Bars.Columns / 2, 0, (clip.Bars.Columns + wide) / 2, HalfHeight, (byte)u, (byte)v);
    }

    private (int Rows, int Columns) Inside => (Picture.Height - 2 * clip.Bars.Rows, Picture.Width - 2 * clip.Bars.Columns);

    private void Finish(FactShot shot, int drawn)
    {
        if (clip.Gain < 1 && shot.Paint is null) // in less light, what is orange is brown
        {
            _picture.Expose(clip.Gain, 16 * (1 - clip.Gain));
        }

        if (clip.Grain > 0)
        {
            _picture.AddGrain(clip.Grain, new Random(drawn));
        }
    }

    private void AddBars(int drawn)
    {
        var (rows, columns) = clip.Bars;
        foreach (var (left, top, wide, tall) in ((int, int, int, int)[])
            [(0, 0, Picture.Width, rows), (0, Picture.Height - rows, Picture.Width, rows), (0, 0, columns, Picture.Height), (Picture.Width - columns, 0, columns, Picture.Height)])
        {
            _picture.Box(left, top, wide, tall, 16);
            Fill(left / 2, top / 2, (left + wide) / 2, (top + tall + 1) / 2, 128, 128);
        }

        if (clip.Subtitles && rows >= 24 && drawn / 50 % 2 == 0)
        {
            for (var letter = 0; letter < 24; letter++)
            {
                _picture.Box(140 + letter * 8, Picture.Height - rows + 6, 3 + letter % 3, 10, 220);
            }
        }
    }

    private void Fill(int left, int top, int right, int bottom, byte u, byte v)
    {
        for (var row = top; row < Math.Min(bottom, HalfHeight); row++)
        {
            _u.AsSpan(row * HalfWidth + left, right - left).Fill(u);
            _v.AsSpan(row * HalfWidth + left, right - left).Fill(v);
        }
    }
}
