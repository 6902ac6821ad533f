using VideoIndex.Accuracy.Scenes;

namespace VideoIndex.Accuracy.Footage;

/// <summary>Draws the frames of a clip and knows, to the frame, what it drew.</summary>
internal sealed class Composer(Clip clip, int seed)
{
    private readonly Picture _picture = new(), _under = new(), _field = new(), _blur = new();
    private readonly double _perSecond = clip.Rate.Nominal / (clip.Repeats == 2 ? 2.0 : 1.0);
    private readonly Troubles _troubles = new(seed);

    /// <summary>Draws every frame, hands each to the encoder, and returns the truth. Without an encoder nothing is drawn.</summary>
    public Truth Draw(Action<Picture>? encoder)
    {
        var truth = new Truth();
        var (drawn, shot, start, number) = (-1, 0, 0, 0);
        for (var last = false; !last; number++)
        {
            for (var source = clip.Drawn(number); drawn < source;)
            {
                drawn++;
                if (drawn == start + clip.Shots[shot].Frames - After(shot))
                {
                    start = drawn;
                    shot++;
                    if (shot == clip.Shots.Count)
                    {
                        break;
                    }

                    truth.Begin(clip.Shots[shot], number);
                }

                if (encoder is not null)
                {
                    DrawFrame(shot, drawn - start, drawn);
                }

                truth.Note(clip.Shots[shot], drawn - start, number);
            }

            last = shot == clip.Shots.Count;
            if (!last)
            {
                encoder?.Invoke(_picture);
            }
        }

        truth.Finish(number - 1);
        return truth;
    }

    // The next shot begins to show when its joint begins; this shot goes on beneath until the joint ends.
    private int After(int shot) => shot + 1 < clip.Shots.Count ? clip.Shots[shot + 1].JointFrames : 0;

    private void DrawFrame(int shot, int frame, int drawn)
    {
        var planned = clip.Shots[shot];
        DrawShot(planned, frame, _picture);
        if (planned.Joint == Joint.FadeIn)
        {
            Joints.Join(planned, _under, _picture, Math.Clamp((frame - planned.Black + 0.5) / planned.JointFrames, 0, 1));
        }
        else if (frame < planned.JointFrames)
        {
            var before = clip.Shots[shot - 1];
            DrawShot(before, before.Frames - planned.JointFrames + frame, _under);
            Joints.Join(planned, _under, _picture, (frame + 0.5) / planned.JointFrames);
        }

        if (planned.FadeOut > 0)
        {
            var gone = (frame - (planned.Frames - planned.FadeOut - planned.Black) + 0.5) / planned.FadeOut;
            Joints.Fade(_picture, 1 - Math.Clamp(gone, 0, 1), planned.Style.Black);
        }

        Finish(drawn);
    }

    private void DrawShot(PlannedShot shot, int frame, Picture to)
    {
        (to.TintU, to.TintV) = (shot.TintU, shot.TintV);
        var still = shot.Happenings.FirstOrDefault(h => h.Trouble == Trouble.Freeze && h.Covers(frame));
        var lost = shot.Happenings.Where(h => h.Trouble == Trouble.Freeze && h.At + h.Length <= frame).Sum(h => h.Length);
        var moment = (still?.At ?? frame) - lost;
        Film(shot, moment, to);
        if (clip.Look.Combed && still is null)
        {
            Film(shot, moment + 0.5, _field);
            for (var row = 1; row < Picture.Height; row += 2)
            {
                _field.Luma.AsSpan(row * Picture.Width, Picture.Width).CopyTo(to.Luma.AsSpan(row * Picture.Width));
            }
        }

        foreach (var happening in shot.Happenings.Where(h => h.Covers(frame)))
        {
            _troubles.Apply(happening, frame - happening.At, to);
        }
    }

    private void Film(PlannedShot shot, double frame, Picture to)
    {
        if (shot.Scene is PlaceScene place)
        {
            place.FramesPerSecond = _perSecond;
        }

        shot.Scene.Draw(to, frame / _perSecond);
        if (shot.Scene is PlaceScene && shot.Happenings.Any(h => h.Trouble == Trouble.Whip && h.Covers((int)frame)))
        {
            for (var part = 1; part < 4; part++) // a shutter open for most of the frame smears a whip
            {
                shot.Scene.Draw(_blur, (frame + part * 0.2) / _perSecond);
                to.Mix(_blur, 1.0 / (part + 1));
            }
        }
    }

    private void Finish(int drawn)
    {
        var look = clip.Look;
        if (look.Gain < 1)
        {
            _picture.Expose(look.Gain, 8);
        }

        if (look.Grain > 0)
        {
            _picture.AddGrain(look.Grain, new Random(seed * 7919 + drawn));
        }

        if (look.Bars)
        {
            _picture.Box(0, 0, Picture.Width, 32, 16);
            _picture.Box(0, Picture.Height - 32, Picture.Width, 32, 16);
        }

        if (look.Third > 0 && drawn / look.Third % 2 == 0)
        {
            _picture.Box(0, 196, 360, 46, 200);
            _picture.Box(14, 204, 210, 10, 30);
            _picture.Box(14, 222, 300, 8, 60);
        }

        if (look.Bug)
        {
            _picture.Box(400, 36, 50, 16, 220);
            _picture.Box(408, 40, 12, 8, 40);
        }
    }
}
