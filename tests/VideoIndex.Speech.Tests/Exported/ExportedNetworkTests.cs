using VideoIndex.Inference;
using VideoIndex.Speech.Network;
using VideoIndex.Speech.Tests.Network;

namespace VideoIndex.Speech.Tests.Exported;

/// <summary>Graphs laid out as Hugging Face's exports, against our own and the official numbers.</summary>
public sealed class ExportedNetworkTests(ReferenceNetwork reference) : IClassFixture<ReferenceNetwork>
{
    private static readonly int[] Text = [50258, 50259, 50359, 50363, 2425, 11, 1002, 0, 50257];

    [OnnxTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Its_logits_are_the_official_numbers_whether_tokens_come_at_once_or_one_by_one(bool merged)
    {
        using var network = Open(merged, listening: false);
        using var encoded = network.Encode(ReferenceNetwork.Recording, 1);
        using var own = reference.Network.Encode(ReferenceNetwork.Recording, 1);
        var known = Reading.Of(reference.Network, own, Text, atOnce: true);
        Assert.InRange(Numbers.Apart(Reading.Of(network, encoded, Text, atOnce: true), known), 0, 1e-3f);
        Assert.InRange(Numbers.Apart(Reading.Of(network, encoded, Text, atOnce: false), known), 0, 1e-3f);
        var third = Reading.Of(network, encoded, [50258, 50259, 50359], atOnce: true).AsSpan(2 * network.Shape.Vocabulary);
        Assert.InRange(Numbers.Apart(third, Numbers.Of("model_io/logits_sot_en_transcribe_last.npy")), 0, 1e-3f);
    }

    [OnnxTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Sequences_leave_and_change_places_as_in_our_own_graphs(bool merged)
    {
        using var network = Open(merged, listening: false);
        float[][] said = [.. new[] { network, reference.Network }.Select(each =>
        {
            using var encoded = each.Encode([.. ReferenceNetwork.Recording, .. ReferenceNetwork.Silence], 2);
            using var decoding = each.Begin(encoded, [1, 0, 1]);
            Reading.Last(decoding, each.Shape.Vocabulary, Text[..4], [50258, 50261, 50359, 50363], Text[..4]);
            decoding.Keep([1, 1, 0]);
            return Reading.Last(decoding, each.Shape.Vocabulary, [400, 401], [402, 403], [404, 405]).SelectMany(one => one).ToArray();
        })];
        Assert.InRange(Numbers.Apart(said[0], said[1]), 0, 1e-3f);
    }

    [OnnxFact]
    public void Where_its_heads_listen_is_the_official_numbers_but_for_a_constant_of_each_row()
    {
        using var network = Open(merged: true, listening: true);
        using var encoded = network.Encode(ReferenceNetwork.Recording, 1);
        var attention = network.Attend(encoded, 0, Text, 45);
        var known = Numbers.Of("timing/short_window_qk_layer1_first45.npy");
        for (var row = 0; row < 4 * 9; row++)
        {
            Assert.InRange(Numbers.Apart(Shares(attention.Scores.AsSpan(row * 45, 45)), Shares(known.AsSpan(row * 45, 45))), 0, 1e-5f);
        }
    }

    [OnnxFact]
    public void Without_what_heads_listen_to_there_are_no_word_times_and_a_sentence_says_why()
    {
        using var network = Open(merged: true, listening: false);
        using var encoded = network.Encode(ReferenceNetwork.Recording, 1);
        Assert.Equal("no-word-times", Assert.Throws<ModelException>(() => network.Attend(encoded, 0, Text, 45)).Code);
    }

    private static float[] Shares(ReadOnlySpan<float> scores)
    {
        var shares = scores.ToArray();
        var most = shares.Max();
        var sum = shares.Sum(score => MathF.Exp(score - most));
        return Array.ConvertAll(shares, score => MathF.Exp(score - most) / sum);
    }

    private ISpeechNetwork Open(bool merged, bool listening)
    {
        var folder = reference.NewFolder();
        ExportMaker.Make(folder, merged, listening);
        return SpeechNetworks.Of(reference.Models.OpenExport(folder));
    }
}
