using VideoIndex.Inference;

namespace VideoIndex.Onnx.Tests.ScreenText;

/// <summary>The fixtures' models that read, as if they were installed.</summary>
internal sealed class TextCatalogue(params string[] tasks) : IModelCatalogue
{
    private static readonly string[] Letters =
        ["", .. "0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~!\"#$%&'()*+,-./ ".Select(letter => letter.ToString()), " "];

    public static TextCatalogue All { get; } = new(ModelTasks.TextLines, ModelTasks.TextDirection, ModelTasks.TextPlaces);

    public string? Language { get; init; } = "eng";

    public IReadOnlyList<ModelCard> Known => [.. tasks.Select(task => Serving(task)!.Card)];

    public InstalledModel? Serving(string task) => !tasks.Contains(task) ? null : task switch
    {
        ModelTasks.TextLines => Installed(task, "lines", "en_number_mobile_v2.0_rec_infer.onnx", Letters),
        ModelTasks.TextDirection => Installed(task, "direction", "ch_ppocr_mobile_v2.0_cls_infer.onnx", []),
        _ => Installed(task, "places", "en_PP-OCRv3_det_infer.onnx", []),
    };

    private InstalledModel Installed(string task, string name, string file, string[] letters) => new(
        new ModelCard(name, task, "1", "Apache-2.0", new string(name[0], 64), 1, name) { Labels = letters, Language = letters.Length > 0 ? Language : null },
        OnnxLibrary.Model("Kazuhito00__PaddleOCRv3-ONNX-Sample/" + file));
}
