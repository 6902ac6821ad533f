using VideoIndex.Accuracy.Objects;
using VideoIndex.Objects;

namespace VideoIndex.Vision.Tests.Objects;

public sealed class AveragePrecisionTests
{
    private static readonly Matching Half = new(0.5);

    // Two things; found: right .9, wrong .8, right .7. Precision 1 up to a recall of .5, then 2/3:
    // of 101 points 51 are at 1 and 50 at 2/3; of 11, six and five.
    [Theory]
    [InlineData(101, (51 + 50 * 2 / 3.0) / 101)]
    [InlineData(11, (6 + 5 * 2 / 3.0) / 11)]
    [InlineData(0, 0.5 + 0.5 * 2 / 3)]
    public void Precision_is_averaged_over_recall(int points, double expected) =>
        Assert.Equal(expected, new PrecisionCurve([Picture([Thing(0), Thing(100)], [Find(0, 0.9f), Find(300, 0.8f), Find(100, 0.7f)])], "car", Half).Average(points), 9);

    [Fact]
    public void What_is_never_found_counts_as_found_with_no_precision() =>
        Assert.Equal(51 / 101.0, new PrecisionCurve([Picture([Thing(0), Thing(100)], [Find(0, 0.9f)])], "car", Half).Average(101), 9);

    [Fact]
    public void A_thing_found_twice_is_right_once_and_wrong_once() =>
        Assert.Equal(
            [(0.9f, true), (0.8f, false)],
            Half.Judge(Picture([Thing(0)], [Find(0, 0.9f), Find(1, 0.8f)]), "car"));

    // The second covers the first thing better, which is taken; COCO gives it the other, VOC does not.
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Whether_a_find_may_turn_to_its_second_best_thing_is_where_COCO_and_VOC_differ(bool voc, bool right)
    {
        var picture = Picture([Thing(0), Thing(2)], [Find(0, 0.9f), Find(0.5f, 0.8f)]);
        Assert.Equal([(0.9f, true), (0.8f, right)], new Matching(0.5, AsVoc: voc).Judge(picture, "car"));
    }

    [Fact]
    public void What_is_ignored_is_neither_right_nor_wrong_and_need_not_be_found()
    {
        var picture = Picture([Thing(0), Thing(100) with { Ignored = true }], [Find(100, 0.9f), Find(0, 0.5f)]);
        Assert.Equal([(0.5f, true)], Half.Judge(picture, "car"));
        Assert.Equal(1, Half.Things(picture, "car"));
    }

    [Fact]
    public void Of_a_crowd_any_number_may_be_found()
    {
        var crowd = new TruthBox("car", new DetectionBox(100, 0, 200, 100), Ignored: true, Crowd: true);
        Assert.Empty(Half.Judge(Picture([crowd], [Find(100, 0.9f), Find(120, 0.8f), Find(150, 0.7f)]), "car"));
    }

    [Fact]
    public void What_is_too_small_or_large_counts_for_nothing_found_or_not()
    {
        var picture = Picture([Thing(0)], [Find(0, 0.9f), Find(300, 0.8f)]);
        Assert.Empty(new Matching(0.5, 1024, 9216).Judge(picture, "car"));
        Assert.Equal(2, new Matching(0.5, 0, 1024).Judge(picture, "car").Count());
    }

    [Fact]
    public void The_mean_is_over_classes_there_is_something_of_and_the_interval_holds_it()
    {
        var scores = new ObjectScores(
        [
            Picture([Thing(0)], [Find(0, 0.9f)]),
            Picture([Thing(0) with { Label = "dog" }], [Find(0, 0.9f)]),
        ]);
        var (low, high) = scores.Interval();
        Assert.Equal(["car", "dog"], scores.Labels);
        Assert.Equal(0.5, scores.Mean([0.5]), 9);
        Assert.Equal((0, 1), (Math.Round(low, 9), Math.Round(high, 9)));
    }

    [Fact]
    public void Truth_is_read_in_three_forms_and_old_names_are_mapped()
    {
        var folder = Directory.CreateTempSubdirectory("truth-").FullName;
        try
        {
            File.WriteAllText(
                Path.Combine(folder, "a.xml"),
                "<annotation><filename>a.jpg</filename><object><name>sofa</name><difficult>1</difficult><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>30</xmax><ymax>40</ymax></bndbox></object></annotation>");
            File.WriteAllText(
                Path.Combine(folder, "a.json"),
                """{"images":[{"id":7,"file_name":"x/a.jpg"},{"id":8,"file_name":"b.jpg"}],"categories":[{"id":3,"name":"tvmonitor"}],"annotations":[{"image_id":7,"category_id":3,"bbox":[0,1,30,39],"iscrowd":1}]}""");
            File.WriteAllText(Path.Combine(folder, "a.csv"), "file,label,left,top,right,bottom\nx/a.jpg,motorbike,0,1,30.5,40\n");
            var box = new DetectionBox(0, 1, 30, 40);
            Assert.Equal([new TruthBox("couch", box, true)], TruthReader.Read(folder)["a.jpg"]);
            var coco = TruthReader.Read(Path.Combine(folder, "a.json"));
            Assert.Equal([new TruthBox("tv", box, true, true)], coco["a.jpg"]);
            Assert.Empty(coco["b.jpg"]);
            Assert.Equal([new TruthBox("motorcycle", box with { Right = 30.5f })], TruthReader.Read(Path.Combine(folder, "a.csv"))["a.jpg"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static JudgedPicture Picture(TruthBox[] truth, FoundBox[] found) => new("a", truth, found);

    private static TruthBox Thing(float left) => new("car", new DetectionBox(left, 0, left + 10, 10));

    private static FoundBox Find(float left, float score) => new("car", score, new DetectionBox(left, 0, left + 10, 10));
}
