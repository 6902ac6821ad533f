using System.Text;
using VideoIndex.Interchange.Sidecars.Shapes;
using VideoIndex.Objects;

namespace VideoIndex.Interchange.Sidecars.Forms;

/// <summary>What detectors saw at every look, packed.</summary>
internal static class DetectionsForm
{
    private const int FewestBytesOfOne = 6;

    public static DetectionsShape Of(DetectionLog log)
    {
        using var bytes = new MemoryStream();
        using (var to = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            foreach (var look in log.Looks)
            {
                SeenPacking.Write(to, look);
            }
        }

        return new DetectionsShape(log.Kind, Making.Of(log.Detector), log.Labels, log.Looks.Count, Packing.Pack(bytes.ToArray()));
    }

    public static DetectionLog Read(DetectionsShape shape, string pointer)
    {
        using var bytes = new MemoryStream(Packing.Unpack(shape.Seen, $"{pointer}/seen"), writable: false);
        using var from = new BinaryReader(bytes, Encoding.UTF8);
        var looks = new List<IReadOnlyList<SeenObject>?>();
        while (bytes.Position < bytes.Length)
        {
            var start = bytes.Position;
            var most = 1 + ((bytes.Length - start) / FewestBytesOfOne);
            if (from.Read7BitEncodedInt() is var count && (count < 0 || count > most))
            {
                throw new InvalidDataException("a look says that more was seen than there is room for.");
            }

            bytes.Position = start;
            looks.Add(SeenPacking.Read(from));
        }

        return looks.Count == shape.Looks
            ? new DetectionLog(shape.Kind, Making.Origin(shape.Detector), Making.Texts(shape.Labels, $"{pointer}/labels"), looks)
            : throw new InvalidDataException($"there are {looks.Count} looks, and should be {shape.Looks}.");
    }
}
