using System.Globalization;
using VideoIndex.Accuracy.Objects;
using VideoIndex.Objects;
using VideoIndex.Vision.Objects;

namespace VideoIndex.Accuracy.Faces;

/// <summary>Pastes faces that every detector finds when they are large onto pictures without faces, at planted heights.</summary>
internal static class FacePlanting
{
    public const string List = "planted.csv";

    private const double Margin = 0.35, LeastAgreement = 0.35;
    private const float Sure = 0.6f;
    private const int Columns = 5, Rows = 2;
    private static readonly int[] Heights = [12, 16, 24, 32, 48, 96];
    private static readonly (int Width, int Height)[] Sizes = [(320, 180), (640, 360), (1280, 720), (1920, 1080)];

    public static void Run(string faces, string backgrounds, string to)
    {
        var agreed = Agreed(faces);
        var lines = new List<string>();
        foreach (var part in new[] { "tune", "report" })
        {
            Directory.CreateDirectory(Path.Combine(to, part));
            foreach (var background in Files(Path.Combine(backgrounds, part)))
            {
                foreach (var (size, height) in Sizes.SelectMany(size => Heights.Where(height => height < size.Height / 3.5).Select(height => (size, height))))
                {
                    var name = $"{part}/{Path.GetFileNameWithoutExtension(background)}-{size.Width}-{height}.png";
                    lines.AddRange(Plant(background, agreed, size, height, Path.Combine(to, name)).Select(box => string.Create(
                        CultureInfo.InvariantCulture, $"{name},{size.Width},{height},{box.Left:0.0},{box.Top:0.0},{box.Right:0.0},{box.Bottom:0.0}")));
                }
            }
        }

        File.WriteAllLines(Path.Combine(to, List), lines);
        Console.WriteLine($"{agreed.Count} faces, {lines.Count} planted");
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.png").Order(StringComparer.Ordinal);

    // One face, and all who look see it in the same place.
    private static List<Face> Agreed(string folder)
    {
        FaceModel[] models = [FaceModel.Yunet(640), FaceModel.Slim(), FaceModel.Rfb()];
        var agreed = new List<Face>();
        foreach (var file in Files(folder))
        {
            var (width, height, planes) = LookFile.Read(file, null).First();
            var found = models.Select(model => model.Find(width, height, planes, Sure)).ToList();
            if (found.TrueForAll(boxes => boxes.Count == 1 && SameThing.Overlap(boxes[0].Box, found[0][0].Box) >= LeastAgreement))
            {
                agreed.Add(new Face(file, width, height, found[0][0].Box));
            }

            Console.WriteLine($"{Path.GetFileName(file)}: {string.Join(", ", found.Select((boxes, at) => $"{models[at].Name} {boxes.Count}"))}");
        }

        Array.ForEach(models, model => model.Dispose());
        return agreed;
    }

    // Each face twice where there is room, every other one mirrored, each somewhere in a cell of a grid: nobody is enlarged.
    private static List<DetectionBox> Plant(string background, List<Face> faces, (int Width, int Height) size, int height, string to)
    {
        var places = new Random(background.Sum(letter => letter) + 31 * height + size.Width);
        var fit = faces.Where(face => face.Box.Bottom - face.Box.Top >= height).ToList();
        var (inputs, filters, boxes) = (new List<string> { "-i", background }, new List<string>(), new List<DetectionBox>());
        filters.Add($"[0:v]scale={size.Width}:{size.Height}:force_original_aspect_ratio=increase:flags=bicubic,crop={size.Width}:{size.Height},format=gbrp[b0]");
        for (var cell = 0; cell < Columns * Rows && fit.Count > 0; cell++)
        {
            var (face, mirrored) = (fit[(cell + cell / fit.Count) % fit.Count], cell / fit.Count % 2 == 1);
            var crop = face.Crop(Margin);
            var scale = height / (double)(face.Box.Bottom - face.Box.Top);
            var (across, down) = ((int)Math.Round(crop.Width * scale), (int)Math.Round(crop.Height * scale));
            var (room, deep) = (size.Width / Columns, size.Height / Rows);
            var (x, y) = (cell % Columns * room + places.Next(Math.Max(1, room - across)), cell / Columns * deep + places.Next(Math.Max(1, deep - down)));
            inputs.AddRange(["-i", face.File]);
            filters.Add($"[{cell + 1}:v]crop={crop.Width}:{crop.Height}:{crop.Left}:{crop.Top},scale={across}:{down}:flags=area{(mirrored ? ",hflip" : "")},format=gbrp[f{cell}]");
            filters.Add($"[b{cell}][f{cell}]overlay={x}:{y}:format=gbrp[b{cell + 1}]");
            var left = x + scale * (mirrored ? crop.Left + crop.Width - face.Box.Right : face.Box.Left - crop.Left);
            var top = y + scale * (face.Box.Top - crop.Top);
            boxes.Add(new DetectionBox((float)left, (float)top, (float)(left + scale * (face.Box.Right - face.Box.Left)), (float)(top + height)));
        }

        using var ffmpeg = Ffmpeg.Start([.. inputs, "-filter_complex", string.Join(';', filters), "-map", $"[b{boxes.Count}]", "-frames:v", "1", "-compression_level", "1", to], input: false);
        Ffmpeg.Finish(ffmpeg);
        return boxes;
    }

    private sealed record Face(string File, int Width, int Height, DetectionBox Box)
    {
        // The face with what is around it: hair, neck, the wall behind.
        public (int Left, int Top, int Width, int Height) Crop(double margin)
        {
            var (across, down) = (margin * (Box.Right - Box.Left), margin * (Box.Bottom - Box.Top));
            var (left, top) = ((int)Math.Max(0, Box.Left - across), (int)Math.Max(0, Box.Top - down));
            return (left, top, (int)Math.Min(Width, Box.Right + across) - left, (int)Math.Min(Height, Box.Bottom + down) - top);
        }
    }
}
