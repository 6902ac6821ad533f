namespace VideoIndex.Accuracy.Text.Planting;

/// <summary>Draws the frames of a clip, and knows where each line is in each.</summary>
internal sealed class TextComposer(TextClip clip, int seed)
{
    private const int Width = TextClip.Width, Height = TextClip.Height;

    private readonly IReadOnlyList<Sprite> _sprites = clip.Lines.Count == 0 ? [] : Sprite.Draw(clip.Lines);
    private readonly int[] _shades = new int[clip.Lines.Count];
    private readonly byte[] _frame = new byte[Width * Height];

    /// <summary>Draws every frame.</summary>
    public void Draw(Action<byte[]> encoder)
    {
        var random = new Random(seed);
        var canvas = Backdrops.Draw(clip.Backdrop, random);
        for (var frame = 0; frame < TextClip.Frames; frame++)
        {
            for (var row = 0; row < Height; row++)
            {
                canvas.Luma.AsSpan(row * Canvas.Width + frame * clip.Pan, Width).CopyTo(_frame.AsSpan(row * Width));
            }

            foreach (var plate in clip.Plates.Where(plate => frame >= plate.From && frame < plate.To))
            {
                Draw(plate, frame);
            }

            for (var line = 0; line < clip.Lines.Count; line++)
            {
                Draw(line, frame);
            }

            Grain(random);
            encoder(_frame);
        }
    }

    /// <summary>Returns where a line is in a frame.</summary>
    public Tilted Place(int line, int frame)
    {
        var (planted, sprite) = (clip.Lines[line], _sprites[line]);
        var (x, y) = planted.At(frame);
        return new Tilted(x, y, (double)sprite.Width / Sprite.Zoom, (double)sprite.Height / Sprite.Zoom, planted.Tilt);
    }

    private (int Left, int Top, int Right, int Bottom) Around(int line, int frame)
    {
        var (place, more) = (Place(line, frame), 6);
        var (sine, cosine) = (Math.Abs(Math.Sin(place.Degrees * Math.PI / 180)), Math.Cos(place.Degrees * Math.PI / 180));
        var (wide, high) = ((place.Width * cosine + place.Height * sine) / 2 + more, (place.Width * sine + place.Height * cosine) / 2 + more);
        return (Math.Max(0, (int)(place.X - wide)), Math.Max(0, (int)(place.Y - high)),
            Math.Min(Width, (int)(place.X + wide)), Math.Min(Height, (int)(place.Y + high)));
    }

    private void Draw(Plate plate, int frame)
    {
        var x = plate.X + plate.Speed.X * (frame - plate.From);
        var share = plate.Share * Math.Min(1, Math.Min((frame - plate.From + 1.0) / plate.Fade, (plate.To - frame + 0.0) / plate.Fade));
        for (var row = (int)plate.Y; row < Math.Min(Height, (int)(plate.Y + plate.Height)); row++)
        {
            for (var column = Math.Max(0, (int)x); column < Math.Min(Width, (int)(x + plate.Width)); column++)
            {
                ref var pixel = ref _frame[row * Width + column];
                pixel = (byte)(pixel + (plate.Luma - pixel) * share);
            }
        }
    }

    private void Draw(int at, int frame)
    {
        var (line, sprite) = (clip.Lines[at], _sprites[at]);
        var opacity = line.Opacity(frame);
        if (opacity == 0)
        {
            return;
        }

        var (left, top, right, bottom) = Around(at, frame);
        if (right <= left || bottom <= top)
        {
            return;
        }

        if (_shades[at] == 0)
        {
            _shades[at] = Shade(line, (left, top, right, bottom));
        }

        var (middle, cosine, sine) = (line.At(frame), Math.Cos(line.Tilt * Math.PI / 180) * Sprite.Zoom, Math.Sin(line.Tilt * Math.PI / 180) * Sprite.Zoom);
        var edge = line.Ink == Ink.Outlined ? Math.Max(1.2, line.Height / 12.0) * Sprite.Zoom : 0;
        for (var row = top; row < bottom; row++)
        {
            for (var column = left; column < right; column++)
            {
                var (cover, around) = (0, 0);
                for (var part = 0; part < 4; part++)
                {
                    var (dx, dy) = (column + 0.25 + part % 2 * 0.5 - middle.X, row + 0.25 + part / 2 * 0.5 - middle.Y);
                    var (x, y) = (dx * cosine - dy * sine + sprite.Width / 2.0 - 0.5, dy * cosine + dx * sine + sprite.Height / 2.0 - 0.5);
                    cover += sprite.At(x, y, 0);
                    around += edge > 0 ? sprite.At(x, y, edge) : 0;
                }

                ref var pixel = ref _frame[row * Width + column];
                var behind = pixel * (1 - opacity * around / 1020);
                pixel = (byte)Math.Clamp(behind + (_shades[at] - behind) * opacity * cover / 1020, 0, 255);
            }
        }
    }

    // As much lighter or darker than the mean of what is behind as the contrast asks, or the other way where there is no room.
    private int Shade(Planted line, (int Left, int Top, int Right, int Bottom) box)
    {
        if (line.Ink == Ink.Outlined)
        {
            return 240;
        }

        var sum = 0L;
        for (var row = box.Top; row < box.Bottom; row++)
        {
            for (var x = box.Left; x < box.Right; x++)
            {
                sum += _frame[row * Width + x];
            }
        }

        var mean = (int)(sum / ((box.Right - box.Left) * (long)(box.Bottom - box.Top)));
        return line.Luma ?? Math.Clamp(mean + (line.Ink == Ink.Light ? line.Contrast : -line.Contrast), 4, 250);
    }

    private void Grain(Random random)
    {
        if (clip.Grain == 0)
        {
            return;
        }

        var (noise, at, most) = (new sbyte[8191], 0, (int)(clip.Grain * 2));
        for (var i = 0; i < noise.Length; i++)
        {
            noise[i] = (sbyte)((random.Next(-most, most + 1) + random.Next(-most, most + 1)) / 2);
        }

        for (var i = 0; i < _frame.Length; i++)
        {
            _frame[i] = (byte)Math.Clamp(_frame[i] + noise[at], 0, 255);
            at = at == noise.Length - 1 ? random.Next(64) : at + 1;
        }
    }
}
