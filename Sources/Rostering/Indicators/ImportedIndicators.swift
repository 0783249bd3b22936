/// Indicators that no roster can give: other systems count them. Rota shows what an instance states of them (``ImportedValue``) as imported, and
/// reports that no value was given rather than inventing one.
enum ImportedIndicators {
    static let satisfaction = IndicatorDefinition(
        id: "satisfaction", name: Text("Satisfaction of patients", "群众满意度"),
        formula: Text("survey", "调查"), unit: .share,
        citations: [
            Citation("HB38", Citation.hanbin, "五(三)", "重点考核基层首诊、上转下接诊服务、医疗质量、群众满意度等任务落实情况"),
            Citation("WH05", Citation.wuhai, "二", "将服务质量、运行效率、患者满意度等作为主要考核内容"),
        ])

    static let changesFromPublished = IndicatorDefinition(
        id: "changesFromPublished", name: Text("Changes from the published roster", "较已公布轮派表的变动"),
        formula: Text("duties that differ from the published roster", "与已公布轮派表不同的任务数"),
        unit: .counted(Text("duty", "项")),
        citations: [
            Citation(
                "HB29", Citation.hanbin, "六(八)",
                "承担区政府(含区卫健局、镇政府以及街道办事处)指定的紧急救治、救灾、疫情防控等指令性任务")
        ])

    static let residenceRate = monitored(
        "residenceRate", Text("Care sought within the district", "区域就诊率"),
        Text("visits within the district / visits of its residents", "区域内就诊人次/本区居民就诊人次"))

    static let twoWayReferrals = IndicatorDefinition(
        id: "twoWayReferrals", name: Text("Two-way referrals", "双向转诊数量和比例"),
        formula: Text("referrals down / referrals up", "下转人次/上转人次"), unit: .number,
        citations: ReferralsServedIndicator.definition.citations)

    static let chronicDisease = monitored(
        "chronicDisease", Text("Chronic patients whose health improves", "慢性病患者健康改善"),
        Text("patients under control / patients managed", "控制达标人数/管理人数"))

    static let fundsSpentInside = monitored(
        "fundsSpentInside", Text("Insurance funds spent in the district", "医保基金区域内支出率"),
        Text("funds spent in the district / funds", "区域内基金支出/基金支出"))

    static let fundsSpentAtGrassRoots = monitored(
        "fundsSpentAtGrassRoots", Text("Insurance funds spent at the grass roots", "医保基金基层机构支出率"),
        Text("funds spent in clinics / funds", "基层机构基金支出/基金支出"))

    static let publicHealth = monitored(
        "publicHealth", Text("Basic public-health tasks", "基本公共卫生服务任务落实情况"),
        Text("tasks done / tasks set", "完成任务/应完成任务"))

    static let newTechniques = IndicatorDefinition(
        id: "newTechniques", name: Text("New techniques and projects", "新技术、新项目"),
        formula: Text("techniques and projects a year, by pair of hospitals", "每年每对上下级医院引进项数"),
        unit: .counted(Text("item", "项")),
        citations: [
            Citation("YL07", Citation.yulin, "一（三）", "每年至少要帮助下级医院引进2项适宜新技术、新项目")
        ])

    static let referralsOut = IndicatorDefinition(
        id: "referralsOut", name: Text("Patients sent out of the county", "县域外转出率"),
        formula: Text("patients sent out of the county / patients, top five diseases", "县域外转出人次/就诊人次，前5位病种"),
        unit: .share,
        citations: [
            Citation("YL08", Citation.yulin, "一（三）", "最终实现下级医院县域外转出率达到10%左右"),
            Citation("QD19", Citation.qingdao, "(九)", "因地制宜培育骨干人才,围绕县域外转率较高的病种推进对口帮扶"),
        ])

    static let referralsDownGrowth = IndicatorDefinition(
        id: "referralsDownGrowth", name: Text("Growth of referrals down", "下转人数年增长"),
        formula: Text("referrals down this year / last year - 1", "本年下转人数/上年下转人数-1"), unit: .share,
        citations: [
            Citation("YL10", Citation.yulin, "二（一）", "三级和二级医疗机构向康复、护理等慢性病医疗机构和基层医疗卫生机构转诊人数年增长10%以上")
        ])

    static let familyDoctors = IndicatorDefinition(
        id: "familyDoctors", name: Text("Residents signed with a family doctor", "家庭医生签约服务覆盖率"),
        formula: Text("residents signed / residents", "签约居民数/常住居民数"), unit: .share,
        citations: [Citation("WH06", Citation.wuhai, "二", "提高家庭医生签约服务覆盖率")])

    static let generalPractitioners = IndicatorDefinition(
        id: "generalPractitioners", name: Text("General practitioners at the grass roots", "基层全科医生占比"),
        formula: Text("general practitioners / doctors of clinics", "全科医生数/基层医生数"), unit: .share,
        citations: [Citation("WH12", Citation.wuhai, "四", "逐步提高基层全科医生比例")])

    static let grassRootsVisits = IndicatorDefinition(
        id: "grassRootsVisits", name: Text("Visits at the grass roots", "基层门急诊占比"),
        formula: Text("visits at clinics / visits in the county", "基层门急诊人次/县域内门急诊人次"), unit: .share,
        citations: [
            Citation("QD01", Citation.qingdao, "一", "县域内基层门急诊人次占比达到65%以上")
        ])

    static let familyTeams = IndicatorDefinition(
        id: "familyTeams", name: Text("Family-doctor teams with a specialist", "有专科医生的家庭医生团队"),
        formula: Text("teams with a hospital's doctor / teams", "有医院医师的团队/团队数"), unit: .share,
        citations: [
            Citation("QD27", Citation.qingdao, "(十四)", "组织医师通过下沉巡诊、驻点帮扶等形式加入家庭医生队伍")
        ])

    static let costGrowth = assessed(
        "costGrowth", Text("Growth of medical costs", "医疗费用增长率"),
        Text("costs this year / last year - 1", "本年医疗费用/上年医疗费用-1"))

    static let reimbursement = assessed(
        "reimbursement", Text("Share reimbursed", "医保报销比例"),
        Text("costs reimbursed / costs", "报销金额/医疗费用"))

    private static func monitored(_ id: String, _ name: Text, _ formula: Text) -> IndicatorDefinition {
        IndicatorDefinition(
            id: id, name: name, formula: formula, unit: .share,
            citations: [
                Citation(
                    "HB39", Citation.hanbin, "七(二)",
                    """
                    加大区域就诊率、基层诊疗占比、双向转诊数量和比例、慢性病患者健康改善以及医保基金区域内支出率、医保基金基层机构支出率、\
                    基本公共卫生服务任务落实情况等指标的权重
                    """)
            ])
    }

    private static func assessed(_ id: String, _ name: Text, _ formula: Text) -> IndicatorDefinition {
        IndicatorDefinition(
            id: id, name: name, formula: formula, unit: .share,
            citations: [
                Citation("QD37", Citation.qingdao, "(十七)", "加强医疗费用增长率、医保报销比例、基层就诊率、县域内基金支出比例等方面的考核")
            ])
    }
}
