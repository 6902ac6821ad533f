using System.Text.Json;
using VideoIndex.Looks;

namespace VideoIndex.Elasticsearch.Documents;

/// <summary>Writes and reads places in the picture: left, top, width, height.</summary>
internal static class Boxes
{
    /// <summary>Writes the four numbers into the array that is open.</summary>
    public static void Write(Utf8JsonWriter json, PictureBox box)
    {
        json.WriteNumberValue(box.Left);
        json.WriteNumberValue(box.Top);
        json.WriteNumberValue(box.Width);
        json.WriteNumberValue(box.Height);
    }

    /// <summary>Reads four numbers of an array, from one on.</summary>
    public static PictureBox Read(JsonElement array, int at) =>
        new(array[at].GetInt32(), array[at + 1].GetInt32(), array[at + 2].GetInt32(), array[at + 3].GetInt32());
}
